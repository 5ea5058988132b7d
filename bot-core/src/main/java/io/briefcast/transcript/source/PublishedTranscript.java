package io.briefcast.transcript.source;

import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import io.briefcast.podcast.Edition;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.TranscriptLink;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptReader.Outcome;
import io.briefcast.transcript.TranscriptSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The transcript that the feed links to; where it links to several, the one that tells most. */
@Component
@Order(1)
class PublishedTranscript implements TranscriptSource {
    /** Feeds offer up to five formats in up to a few languages; nobody needs more tries than this. */
    private static final int MAX_TRIES = 8;

    private static final String ACCEPT =
            "application/json, text/vtt, application/x-subrip, application/srt, text/html;q=0.8, text/plain;q=0.7, */*;q=0.5";

    private final HttpFetcher fetcher;
    private final TranscriptReader reader;

    PublishedTranscript(HttpFetcher fetcher, TranscriptReader reader) {
        this.fetcher = fetcher;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "published";
    }

    @Override
    public Search find(Episode episode) {
        List<String> reasons = new ArrayList<>();
        boolean passing = false;
        for (TranscriptLink link : bestFirst(episode.transcripts())) {
            switch (read(link)) {
                case Search.Found found -> {
                    return found;
                }
                case Search.Later later -> {
                    passing = true;
                    reasons.add(later.why());
                }
                case Search.Nothing nothing -> reasons.add(nothing.why());
            }
        }
        String why = reasons.isEmpty() ? "the feed links to no transcript" : String.join("; ", reasons);
        return passing ? new Search.Later(why) : new Search.Nothing(why);
    }

    private static List<TranscriptLink> bestFirst(List<TranscriptLink> links) {
        return links.stream()
                .sorted(Comparator.comparingInt(PublishedTranscript::rank))
                .limit(MAX_TRIES)
                .toList();
    }

    /** JSON and WebVTT name speakers and times most often, SubRip times, pages neither surely, text hardly ever. */
    private static int rank(TranscriptLink link) {
        String type = link.type().toLowerCase(Locale.ROOT);
        String path = Optional.ofNullable(link.url().getPath()).orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("json") || path.endsWith(".json")) {
            return 0;
        }
        if (type.contains("vtt") || path.endsWith(".vtt")) {
            return 1;
        }
        if (type.contains("srt") || type.contains("subrip") || type.contains("srr") || path.endsWith(".srt")) {
            return 2;
        }
        return type.contains("html") || path.endsWith(".html") || path.endsWith(".htm") ? 3 : 4;
    }

    private Search read(TranscriptLink link) {
        String address = link.url().toString();
        return switch (fetcher.fetch(request(link.url(), Optional.empty(), Optional.empty()))) {
            case Fetched.Body body -> read(body, link.url());
            case Fetched.NotModified same -> new Search.Nothing(about(address, "the server says nothing changed"));
            case Fetched.Throttled throttled -> new Search.Later(about(address, "the server asks to come back later"));
            case Fetched.Refused refused -> refused(refused, address);
        };
    }

    private static FetchRequest request(URI address, Optional<String> etag, Optional<String> lastModified) {
        return new FetchRequest(address.toString(), etag, lastModified, TranscriptReader.MAX_BYTES, ACCEPT);
    }

    private Search read(Fetched.Body body, URI address) {
        return switch (reader.read(body.bytes(), body.contentType())) {
            case Outcome.Read read ->
                new Search.Found(
                        read.transcript().from(name()), Optional.of(edition(address, body, read.transcript())));
            case Outcome.NotATranscript not -> new Search.Nothing(about(address.toString(), not.why()));
        };
    }

    private static Edition edition(URI address, Fetched.Body body, Transcript transcript) {
        return new Edition(
                address, body.etag(), body.lastModified(), body.address(), transcript.format(), transcript.digest());
    }

    @Override
    public Optional<Look> lookAt(Edition edition) {
        FetchRequest conditional = request(edition.address(), edition.etag(), edition.lastModified())
                .issuedBy(edition.source());
        return Optional.of(
                switch (fetcher.fetch(conditional)) {
                    case Fetched.Body body -> compare(edition, body);
                    case Fetched.NotModified same -> new Look.Same(renewed(edition, same));
                    case Fetched.Throttled throttled -> new Look.Unseen(throttled.retryAfter());
                    case Fetched.Refused refused -> new Look.Unseen(refused.freshFor());
                });
    }

    private static Edition renewed(Edition edition, Fetched.NotModified same) {
        return new Edition(
                edition.address(),
                same.etag().or(edition::etag),
                same.lastModified().or(edition::lastModified),
                edition.source(),
                edition.format(),
                edition.cues());
    }

    /** A page where a file was is no other edition: it wants somebody to sign in or to look at advertisements. */
    private Look compare(Edition edition, Fetched.Body body) {
        return switch (reader.read(body.bytes(), body.contentType())) {
            case Outcome.Read read -> {
                Edition now = edition(edition.address(), body, read.transcript());
                if (!now.format().equals(edition.format())) {
                    yield new Look.Unseen(body.freshFor());
                }
                yield now.cues().equals(edition.cues()) ? new Look.Same(now) : new Look.Changed();
            }
            case Outcome.NotATranscript not -> new Look.Unseen(body.freshFor());
        };
    }

    private static Search refused(Fetched.Refused refused, String address) {
        String why = about(address, refused.sentence());
        return refused.isPassing() ? new Search.Later(why) : new Search.Nothing(why);
    }

    private static String about(String address, String why) {
        return "%s: %s".formatted(address, why);
    }
}
