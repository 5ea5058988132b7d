package io.briefcast.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard at the socket, when names are looked up by somebody whom the guard at the resolver does not watch. */
class GuardedConnectionsTest {
    private static final DnsResolver UNWATCHED = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {InetAddress.getByName(host.equals("trusted.test") ? "127.0.0.1" : host)};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private final GuardedConnections guarded =
            new GuardedConnections(new AddressGuard(Set.of("trusted.test")), UNWATCHED);
    private final HttpClientConnectionOperator operator = guarded.createConnectionOperator(
            DefaultSchemePortResolver.INSTANCE, UNWATCHED, DefaultClientTlsStrategy.createDefault());
    private ServerSocket listening;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listening.setSoTimeout(1);
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "10.1.2.3",
                "100.100.100.200",
                "169.254.169.254",
                "192.168.1.1",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "fd00::1",
                "fe80::1"
            })
    void opensNoSocketToAnAddressThatIsNotPublic(String host) {
        assertThatThrownBy(() -> connect(host)).isInstanceOf(GuardedConnections.NotPublic.class);
        assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void opensOneToAHostThatTheOperatorNames() throws IOException {
        guarded.resolve("trusted.test");

        connect("trusted.test");

        listening.setSoTimeout(60_000);
        assertThat(listening.accept().isConnected()).isTrue();
    }

    private void connect(String host) throws IOException {
        try (ManagedHttpClientConnection connection =
                ManagedHttpClientConnectionFactory.INSTANCE.createConnection(null)) {
            operator.connect(
                    connection,
                    new HttpHost("http", host, listening.getLocalPort()),
                    null,
                    Timeout.ofSeconds(30),
                    SocketConfig.DEFAULT,
                    HttpClientContext.create());
        }
    }
}
