package io.briefcast.feed;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.TranscriptLink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;

/**
 * The tags of Apple, of Podcasting 2.0 and our own dates on one channel or item, by local name and namespace. After <a
 * href="https://github.com/Podcastindex-org/podcast-namespace/tree/main/docs/tags">the descriptions of the tags</a>.
 */
final class FeedTags {
    /** An episode has some formats in some languages. */
    private static final int MAX_TRANSCRIPTS = 30;

    private static final int MAX_PERSONS = 50;
    private static final int MAX_WORDS = 100;
    private static final Pattern SEASON = Pattern.compile("\\d{1,5}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    /** The first of these wins; {@code updated} moves at every correction. */
    private static final List<String> DATES =
            List.of("pubdate", "published", "issued", "date", "created", "available", "updated", "modified");

    private final List<Element> tags;
    private final Problems problems;

    FeedTags(List<Element> tags, Problems problems) {
        this.tags = List.copyOf(tags);
        this.problems = problems;
    }

    Optional<Instant> published() {
        return DATES.stream()
                .flatMap(name -> tags.stream()
                        .filter(tag -> tag.getNamespace().equals(FeedNames.OURS))
                        .filter(tag -> tag.getName().equals(name)))
                .findFirst()
                .map(tag -> Instant.parse(tag.getText()));
    }

    String language() {
        return text(tag -> tag.getNamespace().equals(FeedNames.OURS), "language")
                .orElse("");
    }

    String title() {
        return text(FeedNames::isItunes, "title").orElse("");
    }

    String summary() {
        return text(FeedNames::isItunes, "summary")
                .or(() -> text(FeedNames::isGooglePlay, "description"))
                .or(() -> text(FeedNames::isItunes, "subtitle"))
                .orElse("");
    }

    Optional<URI> artwork() {
        return address(FeedNames::isItunes, "image", "href")
                .or(() -> address(FeedNames::isGooglePlay, "image", "href"));
    }

    Optional<Duration> duration() {
        Optional<String> written = text(FeedNames::isItunes, "duration");
        Optional<Duration> read = written.flatMap(FeedDuration::read);
        if (read.isEmpty()) {
            written.filter(text -> text.length() > 40 || !FeedDuration.isZero(text))
                    .ifPresent(text -> problems.add(
                            "the duration “%s” cannot be read"
                                    .formatted(text.substring(0, Math.min(40, text.length()))),
                            0));
        }
        return read;
    }

    Optional<Integer> season() {
        return text(FeedNames::isPodcast, "season")
                .filter(text -> SEASON.matcher(text).matches())
                .or(() -> text(FeedNames::isItunes, "season"))
                .filter(text -> SEASON.matcher(text).matches())
                .map(Integer::valueOf);
    }

    /** Only the tag of Podcasting 2.0 may be decimal, but both are found so. */
    Optional<String> number() {
        return text(FeedNames::isPodcast, "episode")
                .filter(text -> NUMBER.matcher(text).matches())
                .or(() -> text(FeedNames::isItunes, "episode"))
                .filter(text -> NUMBER.matcher(text).matches());
    }

    Episode.Kind kind() {
        return switch (text(FeedNames::isItunes, "episodeType").orElse("").toLowerCase(Locale.ROOT)) {
            case "trailer" -> Episode.Kind.TRAILER;
            case "bonus" -> Episode.Kind.BONUS;
            default -> Episode.Kind.FULL;
        };
    }

    List<Person> persons() {
        return all(FeedNames::isPodcast, "person")
                .filter(tag -> !tag.getTextTrim().isEmpty())
                .map(FeedTags::person)
                .distinct()
                .limit(MAX_PERSONS)
                .toList();
    }

    private static Person person(Element tag) {
        String role = words(attribute(tag, "role").toLowerCase(Locale.ROOT));
        return new Person(words(FeedMarkup.title(tag.getText())), role.isEmpty() ? "host" : role);
    }

    List<TranscriptLink> transcripts() {
        return all(FeedNames::isPodcast, "transcript")
                .flatMap(tag -> transcript(tag).stream())
                .distinct()
                .limit(MAX_TRANSCRIPTS)
                .toList();
    }

    private static Optional<TranscriptLink> transcript(Element tag) {
        String address = attribute(tag, "url");
        return FeedLinks.resolve(Optional.empty(), address.isEmpty() ? tag.getText() : address)
                .map(url -> new TranscriptLink(url, words(attribute(tag, "type")), words(attribute(tag, "language"))));
    }

    Optional<URI> chapters() {
        return address(FeedNames::isPodcast, "chapters", "url");
    }

    private Optional<URI> address(Predicate<Element> space, String name, String attribute) {
        return all(space, name)
                .flatMap(tag -> FeedLinks.resolve(Optional.empty(), attribute(tag, attribute)).stream())
                .findFirst();
    }

    private Optional<String> text(Predicate<Element> space, String name) {
        return all(space, name)
                .map(Element::getTextTrim)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private Stream<Element> all(Predicate<Element> space, String name) {
        return tags.stream().filter(tag -> tag.getName().equalsIgnoreCase(name)).filter(space);
    }

    private static String attribute(Element tag, String name) {
        return tag.getAttributes().stream()
                .filter(attribute -> attribute.getName().equalsIgnoreCase(name))
                .map(attribute -> attribute.getValue().strip())
                .findFirst()
                .orElse("");
    }

    private static String words(String text) {
        return text.substring(0, Math.min(MAX_WORDS, text.length()));
    }
}
