package io.briefcast.search;

import io.briefcast.search.AskedTopic.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands a topic as people type it: "what did Jane Roe say about chips since March" is chips, by Jane Roe, since the
 * first of March. Only known shows and speakers are understood, by their whole names, and only where something to look
 * for is left; what has quotation marks in it is taken word for word. English.
 */
public final class TopicReader {
    private static final Pattern ASKED =
            Pattern.compile("(?i)^(?:what|everything)(?: (?:did|does|do|has|have|that))? (?=\\S)");
    private static final Pattern SAID = Pattern.compile(
            "(?i)(?:['’]s)?(?: (?:says?|said|thinks?|thought|talks?|talked|views?|takes?|thoughts))? (?:about|on|of) ");
    private static final Pattern BY = Pattern.compile("(?i) (?:by|from|in|on|according to) ");
    private static final Pattern ARTICLE = Pattern.compile("^the ");
    private static final Pattern QUOTED = Pattern.compile("[\"“”]");

    private final Map<String, Named> shows;
    private final Map<String, String> speakers;

    /**
     * A reader that knows some names.
     *
     * @param speakers as transcripts write them
     */
    public TopicReader(Collection<Named> shows, Collection<String> speakers) {
        this.shows = byName(shows, Named::title);
        this.speakers = byName(speakers, Function.identity());
    }

    private static <T> Map<String, T> byName(Collection<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(one -> folded(name.apply(one)), one -> one, (one, other) -> one));
    }

    /** What somebody asks for; the whole text as the topic where nothing else is understood. */
    public AskedTopic read(String typed, Instant now, ZoneId zone) {
        String text = typed.strip().replaceAll("\\s+", " ");
        if (QUOTED.matcher(text).find()) {
            return AskedTopic.of(text);
        }
        Optional<SpanReader.Cut> timed = new SpanReader(now, zone).cut(text).filter(cut -> hasWords(cut.rest()));
        AskedTopic asked = named(timed.map(SpanReader.Cut::rest).orElse(text));
        return new AskedTopic(asked.topic(), asked.show(), asked.speaker(), timed.map(SpanReader.Cut::span));
    }

    /** Jane Roe on chips, and chips in The Rack; of "Jane Roe on chips in The Rack" the rest is read again. */
    private AskedTopic named(String text) {
        Stream<Split> named =
                splits(SAID, ASKED.matcher(text).replaceFirst(""), (before, after) -> new Split(after, before));
        return Stream.concat(named, splits(BY, text, Split::new))
                .filter(split -> hasWords(split.topic()))
                .flatMap(split -> known(split).stream())
                .findFirst()
                .orElse(AskedTopic.of(text));
    }

    private Optional<AskedTopic> known(Split split) {
        String name = folded(split.name());
        if (speakers.containsKey(name)) {
            AskedTopic rest = named(split.topic());
            return Optional.of(
                    new AskedTopic(rest.topic(), rest.show(), Optional.of(speakers.get(name)), Optional.empty()));
        }
        if (shows.containsKey(name)) {
            AskedTopic rest = named(split.topic());
            return Optional.of(
                    new AskedTopic(rest.topic(), Optional.of(shows.get(name)), rest.speaker(), Optional.empty()));
        }
        return Optional.empty();
    }

    private static Stream<Split> splits(Pattern between, String text, BiFunction<String, String, Split> of) {
        Matcher found = between.matcher(text);
        return found
                .results()
                .map(result -> of.apply(text.substring(0, result.start()), text.substring(result.end())))
                .toList()
                .stream();
    }

    /** Whether there is anything to look for. */
    private static boolean hasWords(String text) {
        return !Words.stems(text, 1).isEmpty();
    }

    private static String folded(String name) {
        return ARTICLE.matcher(PassageFields.folded(name)).replaceFirst("");
    }

    private record Split(String topic, String name) {}
}
