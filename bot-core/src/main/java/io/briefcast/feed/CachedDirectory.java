package io.briefcast.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Several directories as one: asks each question once an hour, and no more a minute than they bear. */
public final class CachedDirectory implements ShowDirectory {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int REMEMBERED = 2_000;

    /** Apple asks for about twenty a minute. */
    private static final int MOST_A_MINUTE = 20;

    /** Letters that are being typed must leave some for words that are meant. */
    private static final int MOST_SUGGESTIONS_A_MINUTE = 12;

    /** No title is longer. */
    private static final int MAX_WORDS = 200;

    private final List<ShowDirectory> directories;
    private final InstantSource clock;
    private final Cache<String, Answer> known;
    private final Deque<Instant> asked = new ArrayDeque<>();

    /**
     * The directories behind one face.
     *
     * @param directories best first; where two list the same feed, the first names it
     */
    public CachedDirectory(List<ShowDirectory> directories, InstantSource clock) {
        this.directories = List.copyOf(directories);
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Answer search(String words) {
        String query = query(words);
        return answer("words " + query, MOST_A_MINUTE, directory -> directory.search(query));
    }

    @Override
    public Answer suggest(String words) {
        String query = query(words);
        return answer("words " + query, MOST_SUGGESTIONS_A_MINUTE, directory -> directory.search(query));
    }

    @Override
    public List<Listed> remembered(String words) {
        String query = query(words);
        return IntStream.iterate(query.length(), length -> length > 0, length -> length - 1)
                .mapToObj(length ->
                        known.getIfPresent("words " + query.substring(0, length).strip()))
                .filter(Answer.Found.class::isInstance)
                .findFirst()
                .map(Answer.Found.class::cast)
                .map(found -> found.shows().stream()
                        .filter(show -> show.title().toLowerCase(Locale.ROOT).contains(query))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Answer lookUp(String appleId) {
        return answer("id " + appleId, MOST_A_MINUTE, directory -> directory.lookUp(appleId));
    }

    private static String query(String words) {
        String plain = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return plain.substring(0, Math.min(MAX_WORDS, plain.length()));
    }

    private Answer answer(String question, int most, Function<ShowDirectory, Answer> ask) {
        Optional<Answer> before = Optional.ofNullable(known.getIfPresent(question));
        if (before.isPresent()) {
            return before.get();
        }
        if (!mayAsk(clock.instant(), most)) {
            return new Answer.Unavailable("Too many shows are being looked for; try again in a minute.");
        }
        Answer answer = together(directories.stream().map(ask).toList());
        if (answer instanceof Answer.Found) {
            known.put(question, answer);
        }
        return answer;
    }

    private synchronized boolean mayAsk(Instant now, int most) {
        Instant minuteAgo = now.minus(Duration.ofMinutes(1));
        while (!asked.isEmpty() && !asked.getFirst().isAfter(minuteAgo)) {
            asked.removeFirst();
        }
        boolean may = asked.size() < most;
        if (may) {
            asked.addLast(now);
        }
        return may;
    }

    /** What any of them found; trouble only where none has an answer. */
    private static Answer together(List<Answer> answers) {
        List<Listed> shows = new ArrayList<>();
        Set<String> feeds = new HashSet<>();
        Optional<Answer> trouble = Optional.empty();
        boolean answered = false;
        for (Answer answer : answers) {
            switch (answer) {
                case Answer.Found found -> {
                    answered = true;
                    found.shows().stream()
                            .filter(show -> feeds.add(show.feed().toString().replaceFirst("^https?://", "")))
                            .forEach(shows::add);
                }
                case Answer.Unavailable unavailable -> trouble = trouble.or(() -> Optional.of(unavailable));
            }
        }
        return answered
                ? new Answer.Found(shows)
                : trouble.orElseGet(() -> new Answer.Unavailable("No directory of shows is set up."));
    }
}
