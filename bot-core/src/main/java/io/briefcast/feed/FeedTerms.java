package io.briefcast.feed;

import io.briefcast.podcast.Pace;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a publisher says about a feed as a whole. */
final class FeedTerms {
    /** Under which name {@code podcast:block} speaks of us. */
    private static final String OUR_NAME = "briefcast";

    private static final int MAX_GUID = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final FeedTags tags;

    FeedTerms(FeedTags tags) {
        this.tags = tags;
    }

    FeedProfile profile() {
        String guid = tags.text(FeedNames::isPodcast, "guid");
        String medium = tags.text(FeedNames::isPodcast, "medium").toLowerCase(Locale.ROOT);
        return new FeedProfile(
                Optional.of(guid).filter(text -> !text.isEmpty() && text.length() <= MAX_GUID),
                medium.isEmpty() || medium.length() > MAX_GUID ? "podcast" : medium,
                isBlocked(),
                tags.license(),
                tags.says(FeedNames::isPodcast, "locked"),
                moved(),
                nextPage(),
                new Pace(least(), skippedHours(), skippedDays()));
    }

    /** What is said of us by name comes before what is said of everybody. */
    private boolean isBlocked() {
        return blocks(tag -> tag.attribute("id").equalsIgnoreCase(OUR_NAME))
                .or(() -> blocks(tag -> tag.attribute("id").isEmpty()))
                .orElse(false);
    }

    private Optional<Boolean> blocks(Predicate<FeedNode> whom) {
        List<Boolean> said = tags.all(FeedNames::isPodcast, "block").stream()
                .filter(whom)
                .flatMap(tag -> FeedTags.yesOrNo(tag.text()))
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(!said.contains(false));
    }

    private Optional<URI> moved() {
        return tags.all(FeedNames::isItunes, "new-feed-url").stream()
                .flatMap(tag -> tags.resolve(tag, tag.text()).stream())
                .findFirst();
    }

    private Optional<URI> nextPage() {
        return List.of("next", "prev-archive").stream()
                .flatMap(rel -> tags.all(tag -> true, "link").stream()
                        .filter(tag -> tag.attribute("rel").equalsIgnoreCase(rel)))
                .flatMap(tag -> tags.resolve(tag, tag.attribute("href")).stream())
                .findFirst();
    }

    private Duration least() {
        Duration ttl = Duration.ofMinutes(number(tags.text(FeedNames::isRss, "ttl"), 0));
        Duration period =
                switch (tags.text(FeedNames::isSyndication, "updateperiod").toLowerCase(Locale.ROOT)) {
                    case "hourly" -> Duration.ofHours(1);
                    case "daily" -> Duration.ofDays(1);
                    case "weekly" -> Duration.ofDays(7);
                    case "monthly" -> Duration.ofDays(30);
                    case "yearly" -> Duration.ofDays(365);
                    default -> Duration.ZERO;
                };
        Duration each =
                period.dividedBy(Math.max(1, number(tags.text(FeedNames::isSyndication, "updatefrequency"), 1)));
        return ttl.compareTo(each) > 0 ? ttl : each;
    }

    private static int number(String text, int otherwise) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : otherwise;
    }

    /** 24 is another name of 0. */
    private Set<Integer> skippedHours() {
        return skipped("skiphours", "hour")
                .map(text -> number(text, -1))
                .filter(hour -> hour >= 0 && hour <= 24)
                .map(hour -> hour % 24)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<DayOfWeek> skippedDays() {
        return skipped("skipdays", "day")
                .flatMap(text -> Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().equalsIgnoreCase(text)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> skipped(String list, String entry) {
        return tags.all(FeedNames::isRss, list).stream()
                .flatMap(tag -> tag.children(entry))
                .map(FeedNode::text);
    }
}
