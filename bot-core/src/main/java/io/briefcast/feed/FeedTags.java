package io.briefcast.feed;

import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.TranscriptLink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tags of Apple and of Podcasting 2.0 on one show or item, by local name and namespace. After <a
 * href="https://github.com/Podcastindex-org/podcast-namespace/tree/main/docs/tags">the descriptions of the tags</a>.
 */
final class FeedTags {
    /** An episode has some formats in some languages. */
    private static final int MAX_TRANSCRIPTS = 30;

    /** One date of each name, and some by mistake. */
    private static final int MAX_DATES = 10;

    private static final int MAX_PERSONS = 50;
    private static final int MAX_SOUNDBITES = 50;
    private static final int MAX_WORDS = 100;
    private static final Pattern SEASON = Pattern.compile("\\d{1,5}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    /** The first of these wins; {@code updated} moves at every correction. */
    private static final List<String> DATES =
            List.of("pubdate", "published", "issued", "date", "created", "available", "updated", "modified");

    /** Every item is asked for dozens of names, of which it has a few. */
    private final Map<String, List<FeedNode>> tags = new HashMap<>();

    private final Problems problems;

    FeedTags(List<FeedNode> tags, Problems problems) {
        for (FeedNode tag : tags) {
            this.tags.computeIfAbsent(tag.name(), name -> new ArrayList<>(2)).add(tag);
        }
        this.problems = problems;
    }

    Optional<Instant> published() {
        int tried = 0;
        for (String name : DATES) {
            for (FeedNode tag : named(name)) {
                Optional<Instant> read = tried++ < MAX_DATES ? date(tag) : Optional.empty();
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> date(FeedNode tag) {
        String written = tag.text();
        Optional<Instant> read = FeedDates.read(written);
        if (read.isEmpty() && !written.isEmpty()) {
            problems.add("the date “%s” cannot be read".formatted(shortened(written)), tag.line());
        }
        return read;
    }

    Optional<URI> artwork() {
        return address(FeedNames::isItunes, "image", "href")
                .or(() -> address(FeedNames::isGooglePlay, "image", "href"));
    }

    Optional<Duration> duration() {
        for (FeedNode tag : all(FeedNames::isItunes, "duration")) {
            if (!tag.text().isEmpty()) {
                return duration(tag);
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> duration(FeedNode tag) {
        Optional<Duration> read = FeedDuration.read(tag.text());
        if (read.isEmpty() && !FeedDuration.isZero(tag.text())) {
            problems.add("the duration “%s” cannot be read".formatted(shortened(tag.text())), tag.line());
        }
        return read;
    }

    Optional<Integer> season() {
        return matching("season", SEASON).map(Integer::valueOf);
    }

    /** Only the tag of Podcasting 2.0 may be decimal, but both are found so. */
    Optional<String> number() {
        return matching("episode", NUMBER);
    }

    private Optional<String> matching(String name, Pattern shape) {
        return matching(all(FeedNames::isPodcast, name), shape)
                .or(() -> matching(all(FeedNames::isItunes, name), shape));
    }

    private static Optional<String> matching(List<FeedNode> tags, Pattern shape) {
        for (FeedNode tag : tags) {
            if (shape.matcher(tag.text()).matches()) {
                return Optional.of(tag.text());
            }
        }
        return Optional.empty();
    }

    Episode.Kind kind() {
        return switch (text(FeedNames::isItunes, "episodetype").toLowerCase(Locale.ROOT)) {
            case "trailer" -> Episode.Kind.TRAILER;
            case "bonus" -> Episode.Kind.BONUS;
            default -> Episode.Kind.FULL;
        };
    }

    List<Person> persons() {
        return all(FeedNames::isPodcast, "person").stream()
                .filter(tag -> !tag.text().isEmpty())
                .map(FeedTags::person)
                .distinct()
                .limit(MAX_PERSONS)
                .toList();
    }

    private static Person person(FeedNode tag) {
        String role = words(tag.attribute("role").toLowerCase(Locale.ROOT));
        return new Person(words(FeedMarkup.title(tag.text())), role.isEmpty() ? "host" : role);
    }

    List<TranscriptLink> transcripts() {
        List<FeedNode> links = all(FeedNames::isPodcast, "transcript");
        if (links.size() == 1) {
            return transcript(links.getFirst()).stream().toList();
        }
        return links.stream()
                .flatMap(tag -> transcript(tag).stream())
                .distinct()
                .limit(MAX_TRANSCRIPTS)
                .toList();
    }

    private Optional<TranscriptLink> transcript(FeedNode tag) {
        String address = tag.attribute("url");
        return resolve(tag, address.isEmpty() ? tag.text() : address)
                .map(url -> new TranscriptLink(url, words(tag.attribute("type")), words(tag.attribute("language"))));
    }

    Optional<URI> chapters() {
        return address(FeedNames::isPodcast, "chapters", "url");
    }

    /** Podlove Simple Chapters, after <a href="https://podlove.org/simple-chapters/">their description</a>. */
    List<Chapter> outline() {
        List<FeedNode> lists = all(FeedNames::isPodlove, "chapters");
        return ChapterLists.tidy(lists.stream()
                .flatMap(tag -> tag.children("chapter"))
                .flatMap(tag -> chapter(tag).stream())
                .toList());
    }

    private static Optional<Chapter> chapter(FeedNode tag) {
        return ChapterLists.moment(tag.attribute("start"))
                .map(start -> new Chapter(start, FeedMarkup.title(tag.attribute("title"))));
    }

    List<Soundbite> soundbites() {
        return all(FeedNames::isPodcast, "soundbite").stream()
                .flatMap(tag -> soundbite(tag).stream())
                .distinct()
                .limit(MAX_SOUNDBITES)
                .toList();
    }

    private static Optional<Soundbite> soundbite(FeedNode tag) {
        Optional<Duration> start = ChapterLists.moment(tag.attribute("startTime"));
        Optional<Duration> length = FeedDuration.read(tag.attribute("duration"));
        return start.flatMap(
                from -> length.map(duration -> new Soundbite(from, duration, FeedMarkup.title(tag.text()))));
    }

    Optional<License> license() {
        return all(FeedNames::isPodcast, "license").stream()
                .filter(tag -> !tag.text().isEmpty())
                .findFirst()
                .map(tag -> new License(words(tag.text()), resolve(tag, tag.attribute("url"))));
    }

    /** An answer of yes or no; empty when the tag is missing or says something else. */
    Optional<Boolean> says(Predicate<FeedNode> space, String name) {
        return all(space, name).stream().flatMap(tag -> yesOrNo(tag.text())).findFirst();
    }

    static Stream<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Stream.of(true);
            case "no", "false" -> Stream.of(false);
            default -> Stream.empty();
        };
    }

    Optional<URI> address(Predicate<FeedNode> space, String name, String attribute) {
        for (FeedNode tag : all(space, name)) {
            Optional<URI> address = resolve(tag, tag.attribute(attribute));
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** The address that a tag names, a problem when it is none on the web. */
    Optional<URI> resolve(FeedNode tag, String reference) {
        Optional<URI> address = FeedLinks.resolve(tag.base(), reference);
        if (address.isEmpty() && !reference.isBlank()) {
            problems.add("“%s” is not a web address".formatted(shortened(reference.strip())), tag.line());
        }
        return address;
    }

    /** Of the first tag that has some. */
    String text(Predicate<FeedNode> space, String name) {
        for (FeedNode tag : all(space, name)) {
            if (!tag.text().isEmpty()) {
                return tag.text();
            }
        }
        return "";
    }

    /**
     * The tags of one name. Thousands of items are asked for dozens of names each, so this makes no list where there is
     * none to make.
     *
     * @param name in lower case
     */
    List<FeedNode> all(Predicate<FeedNode> space, String name) {
        List<FeedNode> named = named(name);
        if (named.size() <= 1) {
            return named.isEmpty() || space.test(named.getFirst()) ? named : List.of();
        }
        List<FeedNode> all = new ArrayList<>(named.size());
        for (FeedNode tag : named) {
            if (space.test(tag)) {
                all.add(tag);
            }
        }
        return all;
    }

    private List<FeedNode> named(String lower) {
        return tags.getOrDefault(lower, List.of());
    }

    private static String words(String text) {
        return text.substring(0, Math.min(MAX_WORDS, text.length()));
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
