package io.briefcast.adapter.slack;

import com.slack.api.bolt.response.Response;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.HttpRequestHandler;

/** Puts the entry behind a web server. */
final class SlackDoor implements HttpRequestHandler {
    private final SlackEntry entry;

    SlackDoor(SlackEntry entry) {
        this.entry = entry;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean call = request.getRequestURI().equals(SlackPaths.EVENTS);
        if (call != request.getMethod().equals("POST")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        Response answer = call
                ? entry.call(request.getRequestURI(), headers(request), body(request))
                : entry.browse(request.getRequestURI(), query, headers(request));
        write(answer, response);
    }

    /** One byte more than allowed, so that the entry sees that there is too much. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(SlackEntry.MAX_BODY + 1);
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private static void write(Response answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (answer.getBody() != null) {
            response.setContentType(answer.getContentType());
            response.getOutputStream().write(answer.getBody().getBytes(StandardCharsets.UTF_8));
        }
    }
}
