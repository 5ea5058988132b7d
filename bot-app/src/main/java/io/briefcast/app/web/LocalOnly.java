package io.briefcast.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other web pages out of a bot that listens on this machine: a request must name a host that is ours (against DNS
 * rebinding), and one that changes something must come from our own page (against forged forms). Where a public address
 * is set, the chat is closed whatever host a request names: whoever types there may change everything, and a proxy in
 * front can make everybody look as if they sat at this machine.
 */
final class LocalOnly extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private final Optional<String> publicHost;

    LocalOnly(Optional<URI> publicUrl) {
        this.publicHost = publicUrl.flatMap(url -> Optional.ofNullable(url.getHost()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' http: https: data:; media-src http: https:; frame-ancestors 'none'");
        if (!isOurs(request.getServerName()) || !(READING.contains(request.getMethod()) || fromOurPage(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (publicHost.isPresent() && isChat(request.getServletPath())) {
            closed(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Of a path as it is served: decoded, without dots and parameters. */
    private static boolean isChat(String path) {
        return path.equals("/") || path.equals("/chat") || path.startsWith("/chat/");
    }

    private static void closed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/")) {
            response.sendRedirect("/today");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || publicHost.map(name::equals).orElse(false);
    }

    private static boolean fromOurPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }
}
