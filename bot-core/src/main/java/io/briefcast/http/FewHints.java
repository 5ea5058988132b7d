package io.briefcast.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Waits for an answer through a few informational ones (RFC 9110, 15.2) and no more: a server that sends them without an
 * end would keep a processor busy until the deadline.
 */
final class FewHints extends HttpRequestExecutor {
    private static final int MOST = 8;

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback listener,
            HttpContext context)
            throws IOException, HttpException {
        AtomicInteger hints = new AtomicInteger();
        return super.execute(
                request,
                connection,
                (response, on, within) -> {
                    if (hints.incrementAndGet() > MOST) {
                        throw new ProtocolException("more than %d informational answers", MOST);
                    }
                    if (listener != null) {
                        listener.execute(response, on, within);
                    }
                },
                context);
    }
}
