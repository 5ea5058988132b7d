package io.briefcast.feed;

import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Ids;
import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises an episode when its publisher changes its guid, moves it to another host, corrects its title or adds a
 * tracking mark to its address. The guid decides; without it two of page, audio address (without query), title and day
 * must agree, for title and day the length, too. A key that several items of the same feed share tells nothing and is not used.
 */
public final class EpisodeIdentity {
    /** Inserted advertisements make the length differ by minutes; after AntennaPod's FeedItemDuplicateGuesser. */
    private static final long LENGTH_STEP_MINUTES = 10;

    private EpisodeIdentity() {}

    /**
     * An item and the episode that it is.
     *
     * @param id of the episode
     * @param keys under which to remember it, the strongest first
     * @param known whether it was there before
     */
    public record Identified(FeedItem item, String id, List<String> keys, boolean known) {
        public Identified {
            keys = List.copyOf(keys);
        }
    }

    /** All keys of an item, the strongest first; none for an item without guid, audio and title. */
    public static List<String> keys(FeedItem item) {
        List<String> keys = new ArrayList<>();
        item.guid().ifPresent(guid -> keys.add("guid:" + guid));
        Optional<String> media = item.enclosure().map(EpisodeIdentity::media);
        Optional<String> title = Optional.of(plain(item.title())).filter(text -> !text.isEmpty());
        Optional<String> day = item.published()
                .map(moment -> moment.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        Optional<String> page = item.link().flatMap(EpisodeIdentity::page);
        add(keys, "media+title", media, title);
        add(keys, "media+day", media, day);
        add(keys, "page+title", page, title);
        add(keys, "page+day", page, day);
        for (String length : lengths(item.duration())) {
            add(keys, "title+day", title.map(text -> text + "|" + length), day);
        }
        if (keys.isEmpty()) {
            media.or(() -> title).ifPresent(only -> keys.add("only:" + Ids.of(only)));
        }
        return keys;
    }

    private static void add(List<String> keys, String kind, Optional<String> one, Optional<String> other) {
        one.flatMap(first -> other.map(second -> Ids.of(kind, first, second)))
                .ifPresent(hash -> keys.add(kind + ":" + hash));
    }

    /** Scheme, query and fragment come and go; trackers put marks there. */
    private static String media(Enclosure enclosure) {
        return place(enclosure.url());
    }

    /** A page of its own; many feeds lead every item to the front page. Some tell pages apart by the query alone. */
    private static Optional<String> page(URI link) {
        String path = Optional.ofNullable(link.getRawPath()).orElse("");
        String query =
                Optional.ofNullable(link.getRawQuery()).map(text -> "?" + text).orElse("");
        return path.length() <= 1 && query.isEmpty() ? Optional.empty() : Optional.of(place(link) + query);
    }

    private static String place(URI url) {
        return url.getRawAuthority().toLowerCase(Locale.ROOT)
                + Optional.ofNullable(url.getRawPath()).orElse("");
    }

    private static String plain(String title) {
        String letters = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(letters.length());
        letters.codePoints().filter(EpisodeIdentity::isRead).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** A letter or a number of any script. */
    private static boolean isRead(int c) {
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    /** Two steps, so that two lengths less than a step apart always share one. */
    private static List<String> lengths(Optional<Duration> duration) {
        return duration.map(length -> {
                    long step = length.toMinutes() / LENGTH_STEP_MINUTES;
                    return List.of(Long.toString(step), Long.toString(step + 1));
                })
                .orElse(List.of("?"));
    }

    /**
     * Names every item of a feed. An item that occurs twice is named once.
     *
     * @param known every key of the show with the episode's id
     */
    public static List<Identified> identify(String showId, List<FeedItem> items, Map<String, String> known) {
        List<Candidate> candidates = candidates(items);
        Set<String> taken = new HashSet<>();
        candidates.forEach(candidate -> candidate.claim("guid:", known, taken));
        candidates.forEach(candidate -> candidate.claim("", known, taken));
        Map<String, Identified> named = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Identified identified = candidate.named(showId);
            named.putIfAbsent(identified.id(), identified);
        }
        return List.copyOf(named.values());
    }

    private static List<Candidate> candidates(List<FeedItem> items) {
        List<List<String>> keys = items.stream().map(EpisodeIdentity::keys).toList();
        Map<String, Integer> counts = new HashMap<>();
        keys.forEach(some -> some.forEach(key -> counts.merge(key, 1, Integer::sum)));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<String> own = keys.get(i).stream()
                    .filter(key -> counts.getOrDefault(key, 0) == 1)
                    .toList();
            List<String> used = own.isEmpty() ? keys.get(i) : own;
            if (!used.isEmpty()) {
                candidates.add(new Candidate(items.get(i), used));
            }
        }
        return candidates;
    }

    private static final class Candidate {
        private final FeedItem item;
        private final List<String> keys;
        private Optional<String> id = Optional.empty();

        Candidate(FeedItem item, List<String> keys) {
            this.item = item;
            this.keys = keys;
        }

        /** An episode belongs to one item of a feed; who has its guid comes first. */
        void claim(String kind, Map<String, String> known, Set<String> taken) {
            if (id.isEmpty()) {
                id = keys.stream()
                        .filter(key -> key.startsWith(kind))
                        .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
                        .filter(taken::add)
                        .findFirst();
            }
        }

        Identified named(String showId) {
            return new Identified(item, id.orElseGet(() -> Ids.of(showId, keys.getFirst())), keys, id.isPresent());
        }
    }
}
