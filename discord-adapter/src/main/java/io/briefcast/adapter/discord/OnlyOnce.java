package io.briefcast.adapter.discord;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Keeps JDA from repeating what Discord cannot tell from a second one. JDA repeats every request that a gateway before
 * Discord answered with 502 to 504 or 520 to 529, though Discord may have done it. A message has a nonce for that, but
 * threads and the further answers to an interaction have none: their failure is given as Discord's own, which JDA passes
 * on.
 */
final class OnlyOnce implements Interceptor {
    private static final int SERVER_ERROR = 500;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.code() > SERVER_ERROR && isBare(chain.request())
                ? response.newBuilder().code(SERVER_ERROR).build()
                : response;
    }

    private static boolean isBare(Request request) {
        String path = request.url().encodedPath();
        return request.method().equals("POST") && (path.endsWith("/threads") || path.contains("/webhooks/"));
    }
}
