package io.briefcast.transcript;

import io.briefcast.podcast.Edition;
import io.briefcast.podcast.Episode;
import io.briefcast.transcript.TranscriptSource.Look;
import io.briefcast.transcript.TranscriptSource.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks every source in turn for the words of an episode. */
public final class TranscriptFinder {
    private final List<TranscriptSource> sources;

    /**
     * @param sources best first
     */
    public TranscriptFinder(List<TranscriptSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The first transcript found. Stops at a source that will know more later: a worse one must not outrun it. */
    public Search find(Episode episode) {
        return find(episode, true);
    }

    /** The first transcript that can be had now; for an episode that has waited long enough. */
    public Search findNow(Episode episode) {
        return find(episode, false);
    }

    /** Looks whether a transcript that was found still says the same. */
    public Look lookAt(Edition edition) {
        return sources.stream()
                .flatMap(source -> source.lookAt(edition).stream())
                .findFirst()
                .orElseGet(() -> new Look.Unseen(Duration.ZERO));
    }

    /** Whether words of one origin are a poorer record than those of another; what no source gives is the poorest. */
    public boolean isPoorer(String origin, String than) {
        return place(origin) > place(than);
    }

    private int place(String origin) {
        int place = sources.stream().map(TranscriptSource::name).toList().indexOf(origin);
        return place < 0 ? sources.size() : place;
    }

    /** How the sources are doing, for people to know. */
    public List<String> report(Instant now) {
        return sources.stream().flatMap(source -> source.report(now).stream()).toList();
    }

    private Search find(Episode episode, boolean patient) {
        List<String> reasons = new ArrayList<>();
        for (TranscriptSource source : sources) {
            switch (source.find(episode)) {
                case Search.Found found -> {
                    return found;
                }
                case Search.Later later -> {
                    reasons.add(reason(source, later.why()));
                    if (patient) {
                        return new Search.Later(String.join("; ", reasons), later.again());
                    }
                }
                case Search.Nothing nothing -> reasons.add(reason(source, nothing.why()));
            }
        }
        return new Search.Nothing(
                reasons.isEmpty() ? "no source of transcripts is set up" : String.join("; ", reasons));
    }

    private static String reason(TranscriptSource source, String why) {
        return source.name() + ": " + why;
    }
}
