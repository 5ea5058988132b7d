package io.briefcast.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.http.WebAddress.Parsed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

/** Private addresses in all the ways in which clients somewhere read them: none gets past parser and resolver. */
class AddressVariantsTest {
    private static final List<String> PRIVATE = List.of(
            "127.0.0.1",
            "127.255.255.254",
            "10.0.0.1",
            "10.255.0.7",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.0.1",
            "192.168.178.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "198.18.0.1",
            "0.0.0.0",
            "0.1.2.3",
            "224.0.0.1",
            "255.255.255.255",
            "240.0.0.1",
            "203.0.113.9");

    private static final List<IntFunction<String>> PARTS = List.of(
            Integer::toString,
            part -> "0" + Integer.toOctalString(part),
            part -> "0000" + Integer.toOctalString(part),
            part -> "0x" + Integer.toHexString(part),
            part -> "0X00" + Integer.toHexString(part).toUpperCase(java.util.Locale.ROOT));

    private static final List<String> AROUND = List.of(
            "http://%s/",
            "https://%s/feed", "http://user:pass@%s/", "http://%s:80/", "http://%s./", "http://example.org@%s/");

    /** The machine's own resolver for literals; whatever else is asked is a trap that leads inwards. */
    private static final DnsResolver TRAP = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
            return literal ? InetAddress.getAllByName(host) : new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private final GuardedConnections guarded = new GuardedConnections(new AddressGuard(Set.of()), TRAP);

    @Test
    void refusesEverySpellingOfAPrivateAddress() {
        List<String> spellings = PRIVATE.stream()
                .flatMap(AddressVariantsTest::spellings)
                .distinct()
                .toList();
        List<String> let = spellings.stream()
                .flatMap(host -> AROUND.stream().map(around -> around.formatted(host)))
                .filter(this::isLetThrough)
                .toList();

        assertThat(let).isEmpty();
        assertThat(spellings.size() * AROUND.size()).isGreaterThan(100_000);
    }

    /** So that the test above cannot pass because everything is refused. */
    @Test
    void letsPublicAddressesThroughInTheirUsualSpelling() {
        assertThat(isLetThrough("http://1.1.1.1/")).isTrue();
        assertThat(isLetThrough("https://[2606:4700:4700::1111]/")).isTrue();
    }

    @Test
    void refusesANameOfWhichOneOfSeveralAddressesIsPrivate() throws UnknownHostException {
        InetAddress[] both = {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")};
        GuardedConnections mixed = new GuardedConnections(new AddressGuard(Set.of()), new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return both;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });

        assertThat(isRefused(mixed, "rebinding.example")).isTrue();
    }

    private boolean isLetThrough(String address) {
        return WebAddress.parse(address) instanceof Parsed.Good good
                && !isRefused(guarded, good.address().host());
    }

    private static boolean isRefused(GuardedConnections connections, String host) {
        try {
            connections.resolve(host);
            return false;
        } catch (UnknownHostException refused) {
            return true;
        }
    }

    private static Stream<String> spellings(String address) {
        int[] part =
                Stream.of(address.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
        int low = part[2] << 8 | part[3];
        int all = part[0] << 24 | part[1] << 16 | low;
        String hex = "%x:%x".formatted(part[0] << 8 | part[1], low);
        return Stream.of(
                        mixed(part),
                        mixed(part).map(host -> host.replace('.', '\u3002')),
                        PARTS.stream().map(as -> as.apply(part[0]) + "." + as.apply(part[1] << 16 | low)),
                        PARTS.stream().map(as -> as.apply(part[0]) + "." + as.apply(part[1]) + "." + as.apply(low)),
                        Stream.of(
                                Integer.toUnsignedString(all),
                                "0" + Integer.toUnsignedString(all, 8),
                                "0x" + Integer.toUnsignedString(all, 16)),
                        Stream.of(
                                address.replace(".", "%2e"),
                                address.replace(".", "\uFF0E"),
                                wide(address),
                                escaped(address)),
                        inside(address, hex))
                .flatMap(host -> host);
    }

    /** Every part of the address in every way of writing it. */
    private static Stream<String> mixed(int[] part) {
        int ways = PARTS.size();
        return IntStream.range(0, ways * ways * ways * ways)
                .mapToObj(i -> PARTS.get(i % ways).apply(part[0])
                        + "." + PARTS.get(i / ways % ways).apply(part[1])
                        + "." + PARTS.get(i / (ways * ways) % ways).apply(part[2])
                        + "." + PARTS.get(i / (ways * ways * ways)).apply(part[3]));
    }

    private static String wide(String address) {
        return address.chars()
                .mapToObj(c -> Character.toString(c == '.' ? c : c - '0' + 0xFF10))
                .collect(java.util.stream.Collectors.joining());
    }

    private static String escaped(String address) {
        return address.chars().mapToObj(c -> "%%%02x".formatted(c)).collect(java.util.stream.Collectors.joining());
    }

    /** Mapped, compatible, translated, NAT64, 6to4, Teredo and ISATAP. */
    private static Stream<String> inside(String address, String hex) {
        return Stream.of(
                "[::ffff:%s]".formatted(address),
                "[::ffff:%s]".formatted(hex),
                "[0:0:0:0:0:FFFF:%s]".formatted(hex),
                "[::%s]".formatted(address),
                "[::%s]".formatted(hex),
                "[::ffff:0:%s]".formatted(hex),
                "[64:ff9b::%s]".formatted(address),
                "[64:ff9b::%s]".formatted(hex),
                "[64:ff9b:1::%s]".formatted(hex),
                "[2002:%s::1]".formatted(hex),
                "[2001:0:%s::]".formatted(hex),
                "[fe80::5efe:%s]".formatted(hex),
                "[2606:4700::5efe:%s]".formatted(hex),
                "[fe80::1%25eth0]");
    }
}
