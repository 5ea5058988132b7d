package io.briefcast.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.FetchSettings;
import io.briefcast.http.Fetched.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static final FetchSettings NOTHING_ALLOWED =
            new FetchSettings(Set.of(), "", Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2a00:1450::5efe:7f00:1",
                "2a00:1450::200:5efe:7f00:1"
            })
    void refusesEveryAddressThatIsNotPublic(String literal) throws IOException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "8.8.8.8", "11.0.0.1", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
                "168.63.129.17", "169.253.1.1", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.1.1",
                        "198.17.1.1",
                "198.20.0.0", "223.255.255.255", "2606:4700:4700::1111", "2a00:1450:4001:80e::200e",
                        "2001:4860:4860::8888"
            })
    void letsPublicAddressesThrough(String literal) throws IOException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.1./",
                "http://127.0.0.1:80/",
                "http://0/",
                "http://0.0.0.0/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[0:0:0:0:0:ffff:127.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::127.0.0.1]/",
                "http://[fe80::1%25lo]/",
                "http://[fe80::1%lo]/",
                "http://１２７.０.０.１/",
                "http://①②⑦.⓪.⓪.①/",
                "http://127。0。0。1/",
                "http://%31%32%37.0.0.1/",
                "http://127.0.0.1%00.example.com/",
                "http://169.254.169.254/latest/",
                "http://example.com@127.0.0.1/",
                "http://example.com:80@127.0.0.1/",
                "http://example.com\\@127.0.0.1/",
                "http://127.0.0.1\\@example.com/",
                "http:\\\\127.0.0.1/",
                "http:///127.0.0.1/",
                "http:/127.0.0.1/",
                "http://127.0.0.1\t/",
                "http://127.0.0.1\r\nHost: a/",
                "http:// 127.0.0.1/",
                "//127.0.0.1/",
                "http://",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:70/_x",
                "dict://127.0.0.1:11/",
                "jar:http://127.0.0.1/!/",
                "javascript:alert(1)",
                "data:text/plain,x",
                "https://1.1.1.1:22/",
                "http://1.1.1.1:443/",
                "http://1.1.1.1:0/",
                "http://1.1.1.1:65536/",
                "http://1.1.1.1:99999999999/",
                "http://[::ffff:1.1.1.1]/",
                "http://[1.1.1.1]/",
                "http://256.1.1.1/",
                "http://1.1.1.1.1/",
                "http://exa mple.com/",
                "http://.example.com/",
                "feed",
                "",
                "   "
            })
    void opensNoConnectionForAHostileSpelling(String address) throws IOException {
        try (ApacheHttpFetcher fetcher = new ApacheHttpFetcher(NOTHING_ALLOWED, InstantSource.fixed(Instant.EPOCH))) {
            Fetched fetched = fetcher.fetch(FetchRequest.of(address, 1_000));

            assertThat(fetched).isInstanceOfSatisfying(Fetched.Refused.class, refused -> {
                assertThat(refused.reason()).isIn(Reason.NOT_AN_ADDRESS, Reason.NOT_PUBLIC);
                assertThat(refused.sentence()).endsWith(".").doesNotContain("\n", "Exception");
            });
        }
    }
}
