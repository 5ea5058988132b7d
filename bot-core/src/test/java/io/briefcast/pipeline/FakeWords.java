package io.briefcast.pipeline;

import io.briefcast.podcast.Edition;
import io.briefcast.podcast.Episode;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Has the words of every episode, except where the test says otherwise. */
final class FakeWords implements TranscriptSource {
    private final Map<String, Search> answers = new HashMap<>();
    private final Set<String> busyOnce = ConcurrentHashMap.newKeySet();
    private final Set<URI> corrected = new HashSet<>();
    private final Deque<Runnable> whileAsked = new ArrayDeque<>();

    void answer(String episodeId, Search search) {
        answers.put(episodeId, search);
    }

    /** Has the words of the episode from now on. */
    void haveAgain(String episodeId) {
        answers.remove(episodeId);
    }

    /** Says something else at this address when it is looked at next. */
    void correct(URI address) {
        corrected.add(address);
    }

    @Override
    public Optional<Look> lookAt(Edition edition) {
        return Optional.of(corrected.remove(edition.address()) ? new Look.Changed() : new Look.Same(edition));
    }

    /** Serves others first when it is asked next for one of these. */
    void beBusyOnce(String... episodeIds) {
        busyOnce.addAll(List.of(episodeIds));
    }

    /** Lets something happen while the next episode that is asked for is read. */
    void meanwhile(Runnable event) {
        whileAsked.add(event);
    }

    @Override
    public String name() {
        return "published";
    }

    @Override
    public Search find(Episode episode) {
        Optional.ofNullable(whileAsked.poll()).ifPresent(Runnable::run);
        if (busyOnce.remove(episode.id())) {
            return new Search.Later("others first", Optional.of(Duration.ofMinutes(2)));
        }
        return answers.getOrDefault(
                episode.id(), new Search.Found(new Transcript("plain", "published", false, List.of(), List.of())));
    }

    /** Finds something in the notes where they hold an essay. */
    static final class OfNotes implements TranscriptSource {
        @Override
        public String name() {
            return "show notes";
        }

        @Override
        public Search find(Episode episode) {
            return episode.notes().contains("essay")
                    ? new Search.Found(new Transcript("notes", name(), true, List.of(), List.of()))
                    : new Search.Nothing("too short");
        }
    }
}
