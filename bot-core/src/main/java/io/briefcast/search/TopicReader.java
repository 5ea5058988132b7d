package io.briefcast.search;

import io.briefcast.insight.Insight.Kind;
import io.briefcast.search.AskedTopic.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands a topic as people type it: "what did Jane Roe say about chips since March" is chips, by Jane Roe, since the
 * first of March. Only known shows and speakers are understood, by their whole names or by a role that publishers say
 * ({@link Roles}), and only where something to look for is left; what has quotation marks in it is taken word for word.
 * English.
 */
public final class TopicReader {
    private static final Pattern ASKED =
            Pattern.compile("(?i)^(?:what|everything)(?: (?:did|does|do|has|have|that))? (?=\\S)");
    private static final Pattern SAID = Pattern.compile(
            "(?i)(?:['’]s)?(?: (?:says?|said|thinks?|thought|talks?|talked|views?|takes?|thoughts))? (?:about|on|of) ");
    private static final Pattern BY = Pattern.compile("(?i) (?:by|from|in|on|according to) ");
    /** At the start, or after whose they are. */
    private static final Pattern KIND = Pattern.compile(
            "(?i)(?:^|(?:['’]s|s['’])? )(?<kind>predictions|numbers|advice|disagreements|claims) (?:about|on) (?=\\S)");

    private static final Pattern ARTICLE = Pattern.compile("^the ");
    private static final Pattern QUOTED = Pattern.compile("[\"“”]");

    private final Map<String, Named> shows;
    private final Map<String, String> speakers;
    private final Supplier<Roles> roles;

    /**
     * A reader that knows some names and no roles.
     *
     * @param speakers as transcripts write them
     */
    public TopicReader(Collection<Named> shows, Collection<String> speakers) {
        this(shows, speakers, Roles::new);
    }

    /**
     * A reader that knows some names.
     *
     * @param speakers as transcripts write them
     * @param roles asked for where a text speaks of one
     */
    public TopicReader(Collection<Named> shows, Collection<String> speakers, Supplier<Roles> roles) {
        this.shows = byName(shows, Named::title);
        this.speakers = byName(speakers, Function.identity());
        this.roles = roles;
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
        AskedTopic asked = ofKind(timed.map(SpanReader.Cut::rest).orElse(text));
        return asked.during(timed.map(SpanReader.Cut::span));
    }

    /** Predictions about chips; and Jane Roe's predictions about chips. */
    private AskedTopic ofKind(String text) {
        Matcher found = KIND.matcher(text);
        if (!found.find() || !hasWords(text.substring(found.end()))) {
            return named(text);
        }
        String who = text.substring(0, found.start()).strip();
        String topic = text.substring(found.end());
        AskedTopic asked = named(who.isEmpty() ? topic : who + " on " + topic);
        boolean understood =
                who.isEmpty() || asked.speaker().isPresent() || asked.show().isPresent();
        return understood ? asked.of(kind(found.group("kind"))) : named(text);
    }

    private static Kind kind(String plural) {
        String word = plural.toLowerCase(Locale.ROOT);
        return Kind.of(word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .orElse(Kind.CLAIM);
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
            return Optional.of(named(split.topic()).by(speakers.getOrDefault(name, name), Optional.empty()));
        }
        if (shows.containsKey(name)) {
            return Optional.of(named(split.topic()).in(Objects.requireNonNull(shows.get(name))));
        }
        return inRole(split);
    }

    /** Acme founder on chips; and Acme founder Jane Roe on chips. */
    private Optional<AskedTopic> inRole(Split split) {
        if (!Roles.mayBeIn(split.name())) {
            return Optional.empty();
        }
        Optional<AskedTopic> held = roles.get()
                .holder(split.name())
                .filter(holder -> speakers.containsKey(holder.person()))
                .map(holder -> named(split.topic())
                        .by(speakers.getOrDefault(holder.person(), ""), Optional.of(holder.role())));
        return held.or(() -> speakers.entrySet().stream()
                .filter(speaker -> Roles.nameIn(split.name(), speaker.getKey()))
                .findFirst()
                .map(speaker -> named(split.topic()).by(speaker.getValue(), Optional.empty())));
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
