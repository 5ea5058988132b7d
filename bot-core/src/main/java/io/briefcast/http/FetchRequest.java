package io.briefcast.http;

import java.util.Map;
import java.util.Optional;

/**
 * One conditional GET.
 *
 * @param address as typed or as found in a feed; checked by the fetcher
 * @param etag validator of the last answer from this address, byte for byte
 * @param lastModified validator of the last answer from this address, byte for byte
 * @param maxBytes most bytes of the decoded body; more is refused
 * @param accept value of the Accept header
 * @param headers more headers, such as a key; sent to the first address only, never where it redirects to
 */
public record FetchRequest(
        String address,
        Optional<String> etag,
        Optional<String> lastModified,
        long maxBytes,
        String accept,
        Map<String, String> headers) {
    public FetchRequest {
        headers = Map.copyOf(headers);
    }

    /** A request without headers of its own. */
    public FetchRequest(
            String address, Optional<String> etag, Optional<String> lastModified, long maxBytes, String accept) {
        this(address, etag, lastModified, maxBytes, accept, Map.of());
    }

    /** The same request with these headers. */
    public FetchRequest with(Map<String, String> more) {
        return new FetchRequest(address, etag, lastModified, maxBytes, accept, more);
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
