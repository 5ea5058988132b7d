package io.briefcast.transcript.source.speech;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A form with fields and one file, as RFC 7578 has it. Its length is known beforehand, because not every server takes
 * chunks.
 */
final class Multipart {
    private final String boundary = "briefcast-" + UUID.randomUUID();
    private final StringBuilder head = new StringBuilder();

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** Adds a field; name and value are ours or the operator's and hold no line break. */
    Multipart field(String name, String value) {
        open("name=\"%s\"".formatted(name)).append("\r\n").append(value).append("\r\n");
        return this;
    }

    /** The whole form, with the file as its last part. */
    BodyPublisher file(String name, String fileName, String type, byte[] content) {
        open("name=\"%s\"; filename=\"%s\"".formatted(name, fileName))
                .append("Content-Type: %s\r\n\r\n".formatted(type));
        return BodyPublishers.concat(
                BodyPublishers.ofString(head.toString()),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary), StandardCharsets.US_ASCII));
    }

    private StringBuilder open(String disposition) {
        return head.append("--%s\r\nContent-Disposition: form-data; %s\r\n".formatted(boundary, disposition));
    }
}
