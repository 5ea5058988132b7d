package io.briefcast.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One conditional GET.
 *
 * @param address as typed or as found in a feed; checked by the fetcher
 * @param etag validator of the last answer, byte for byte
 * @param lastModified validator of the last answer, byte for byte
 * @param maxBytes most bytes of the decoded body; more is refused
 * @param accept value of the Accept header
 * @param headers more headers, such as a key; sent to the first address only, never where it redirects to
 * @param download where the body goes when it is too large for memory
 * @param issuer the only address that is sent the validators, because they came from it; empty for the address itself and
 *     wherever it redirects to
 */
public record FetchRequest(
        String address,
        Optional<String> etag,
        Optional<String> lastModified,
        long maxBytes,
        String accept,
        Map<String, String> headers,
        Optional<Download> download,
        Optional<URI> issuer) {
    public FetchRequest {
        headers = Map.copyOf(headers);
    }

    /** A request without headers of its own. */
    public FetchRequest(
            String address, Optional<String> etag, Optional<String> lastModified, long maxBytes, String accept) {
        this(address, etag, lastModified, maxBytes, accept, Map.of(), Optional.empty(), Optional.empty());
    }

    /**
     * A body that goes into a file.
     *
     * @param file made, or written anew; after any other answer than a body it may hold a part of one
     * @param deadline longest time for the whole call, instead of the usual one
     */
    public record Download(Path file, Duration deadline) {}

    /** The same request with these headers. */
    public FetchRequest with(Map<String, String> more) {
        return new FetchRequest(address, etag, lastModified, maxBytes, accept, more, download, issuer);
    }

    /** The same request, whose body goes into this file; the answer then holds no bytes. */
    public FetchRequest into(Path file, Duration deadline) {
        return new FetchRequest(
                address,
                etag,
                lastModified,
                maxBytes,
                accept,
                headers,
                Optional.of(new Download(file, deadline)),
                issuer);
    }

    /** The same request, whose validators came from there. */
    public FetchRequest issuedBy(URI there) {
        return new FetchRequest(address, etag, lastModified, maxBytes, accept, headers, download, Optional.of(there));
    }

    /** As it is sent to one of the addresses on the way: without the validators of another. */
    FetchRequest sentTo(URI hop) {
        return issuer.filter(it -> !it.equals(hop)).isEmpty()
                ? this
                : new FetchRequest(
                        address, Optional.empty(), Optional.empty(), maxBytes, accept, headers, download, issuer);
    }

    /** Whether the server may answer that nothing changed. */
    public boolean isConditional() {
        return etag.isPresent() || lastModified.isPresent();
    }

    /** Names no header's value: it may be a key. */
    @Override
    public String toString() {
        return "GET " + address;
    }

    /** An unconditional request. */
    public static FetchRequest of(String address, long maxBytes) {
        return new FetchRequest(address, Optional.empty(), Optional.empty(), maxBytes, "*/*");
    }
}
