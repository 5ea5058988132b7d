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
        tags.forEach(tag -> this.tags
                .computeIfAbsent(tag.name(), name -> new ArrayList<>(2))
                .add(tag));
        this.problems = problems;
    }

    Optional<Instant> published() {
        return DATES.stream()
                .flatMap(this::named)
                .limit(MAX_DATES)
                .flatMap(tag -> date(tag).stream())
                .findFirst();
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
        Optional<FeedNode> written = all(FeedNames::isItunes, "duration")
                .filter(tag -> !tag.text().isEmpty())
                .findFirst();
        Optional<Duration> read = written.map(FeedNode::text).flatMap(FeedDuration::read);
        if (read.isEmpty()) {
            written.filter(tag -> !FeedDuration.isZero(tag.text()))
                    .ifPresent(tag -> problems.add(
                            "the duration “%s” cannot be read".formatted(shortened(tag.text())), tag.line()));
        }
        return read;
    }

    Optional<Integer> season() {
        return Stream.concat(texts(FeedNames::isPodcast, "season"), texts(FeedNames::isItunes, "season"))
                .filter(text -> SEASON.matcher(text).matches())
                .findFirst()
                .map(Integer::valueOf);
    }

    /** Only the tag of Podcasting 2.0 may be decimal, but both are found so. */
    Optional<String> number() {
        return Stream.concat(texts(FeedNames::isPodcast, "episode"), texts(FeedNames::isItunes, "episode"))
                .filter(text -> NUMBER.matcher(text).matches())
                .findFirst();
    }

    Episode.Kind kind() {
        return switch (text(FeedNames::isItunes, "episodeType").toLowerCase(Locale.ROOT)) {
            case "trailer" -> Episode.Kind.TRAILER;
            case "bonus" -> Episode.Kind.BONUS;
            default -> Episode.Kind.FULL;
        };
    }

    List<Person> persons() {
        return all(FeedNames::isPodcast, "person")
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
        return all(FeedNames::isPodcast, "transcript")
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
        return ChapterLists.tidy(all(FeedNames::isPodlove, "chapters")
                .flatMap(tag -> tag.children("chapter"))
                .flatMap(tag -> chapter(tag).stream())
                .toList());
    }

    private static Optional<Chapter> chapter(FeedNode tag) {
        return ChapterLists.moment(tag.attribute("start"))
                .map(start -> new Chapter(start, FeedMarkup.title(tag.attribute("title"))));
    }

    List<Soundbite> soundbites() {
        return all(FeedNames::isPodcast, "soundbite")
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
        return all(FeedNames::isPodcast, "license")
                .filter(tag -> !tag.text().isEmpty())
                .findFirst()
                .map(tag -> new License(words(tag.text()), resolve(tag, tag.attribute("url"))));
    }

    /** An answer of yes or no; empty when the tag is missing or says something else. */
    Optional<Boolean> says(Predicate<FeedNode> space, String name) {
        return texts(space, name).flatMap(FeedTags::yesOrNo).findFirst();
    }

    static Stream<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Stream.of(true);
            case "no", "false" -> Stream.of(false);
            default -> Stream.empty();
        };
    }

    Optional<URI> address(Predicate<FeedNode> space, String name, String attribute) {
        return all(space, name)
                .flatMap(tag -> resolve(tag, tag.attribute(attribute)).stream())
                .findFirst();
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
        return texts(space, name).findFirst().orElse("");
    }

    private Stream<String> texts(Predicate<FeedNode> space, String name) {
        return all(space, name).map(FeedNode::text).filter(text -> !text.isEmpty());
    }

    Stream<FeedNode> all(Predicate<FeedNode> space, String name) {
        return named(name.toLowerCase(Locale.ROOT)).filter(space);
    }

    private Stream<FeedNode> named(String lower) {
        List<FeedNode> all = tags.get(lower);
        return all == null ? Stream.empty() : all.stream();
    }

    private static String words(String text) {
        return text.substring(0, Math.min(MAX_WORDS, text.length()));
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
