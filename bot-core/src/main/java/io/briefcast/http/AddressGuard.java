package io.briefcast.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says which addresses may be connected to: public unicast ones, and hosts that the operator allows by name. Everything
 * else is refused, the transition forms of IPv6 included, because they hide an IPv4 address.
 *
 * <p>The blocks are the IANA special-purpose registries for IPv4 and IPv6, and the metadata services of cloud
 * providers, one of which is a public address.
 */
public final class AddressGuard {
    private static final List<Block> REFUSED_V4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final List<Block> ALLOWED_V6 = blocks("2000::/3");
    private static final List<Block> REFUSED_V6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");
    /** ISATAP puts an IPv4 address behind 0000:5efe or 0200:5efe. */
    private static final int ISATAP = 0x5efe;

    private final Set<String> allowedHosts;

    /**
     * A guard with exceptions.
     *
     * @param allowedHosts names or literal addresses that may be connected to whatever they resolve to
     */
    public AddressGuard(Set<String> allowedHosts) {
        this.allowedHosts = allowedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the operator has named this host. */
    public boolean isAllowedByName(String host) {
        return allowedHosts.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether the address may be connected to, under any name. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address ignored -> REFUSED_V4.stream().noneMatch(block -> block.contains(bytes));
            case Inet6Address ignored ->
                ALLOWED_V6.getFirst().contains(bytes)
                        && REFUSED_V6.stream().noneMatch(block -> block.contains(bytes))
                        && !isIsatap(bytes);
            default -> false;
        };
    }

    private static boolean isIsatap(byte[] bytes) {
        int high = ((bytes[8] & 0xfd) << 8) | (bytes[9] & 0xff);
        int low = ((bytes[10] & 0xff) << 8) | (bytes[11] & 0xff);
        return high == 0 && low == ISATAP;
    }

    private static List<Block> blocks(String... cidrs) {
        return Arrays.stream(cidrs).map(Block::of).toList();
    }

    /** A range of addresses with a common beginning. */
    private record Block(byte[] start, int bits) {
        static Block of(String cidr) {
            String[] parts = cidr.split("/", 2);
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("a literal needs no look-up: " + cidr, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
