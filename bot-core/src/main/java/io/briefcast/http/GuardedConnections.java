package io.briefcast.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;

/** Connections that the {@link AddressGuard} watches twice: when a name is resolved, and when a socket connects. */
final class GuardedConnections extends PoolingHttpClientConnectionManagerBuilder implements DnsResolver {
    private final AddressGuard guard;
    private final DnsResolver resolver;
    private final Set<InetAddress> allowedByName = ConcurrentHashMap.newKeySet();

    GuardedConnections(AddressGuard guard, DnsResolver resolver) {
        this.guard = guard;
        this.resolver = resolver;
        setDnsResolver(this);
    }

    /** An address that must not be connected to. */
    static final class NotPublic extends IOException {
        NotPublic(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        if (guard.isAllowedByName(host)) {
            allowedByName.addAll(Set.of(addresses));
            return addresses;
        }
        for (InetAddress address : addresses) {
            if (!AddressGuard.isPublic(address)) {
                throw notPublic(host);
            }
        }
        return addresses;
    }

    private static UnknownHostException notPublic(String host) {
        UnknownHostException refused = new UnknownHostException(host);
        refused.initCause(new NotPublic(host));
        return refused;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
            SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
        return new DefaultHttpClientConnectionOperator(
                proxy -> new GuardedSocket(),
                ports,
                names,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
    }

    private final class GuardedSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            boolean mayConnect = endpoint instanceof InetSocketAddress target
                    && !target.isUnresolved()
                    && (AddressGuard.isPublic(target.getAddress()) || allowedByName.contains(target.getAddress()));
            if (!mayConnect) {
                throw new NotPublic(String.valueOf(endpoint));
            }
            super.connect(endpoint, timeout);
        }
    }
}
