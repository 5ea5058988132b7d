package io.briefcast.message;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence of the bot's own with what is put into it, said when it is known who reads it. What podcasts and people
 * said is put in as it is.
 *
 * @param english the sentence, with places as {@link java.util.Formatter} has them where there are values
 * @param values what stands in the places: phrases, days, hours, moments and lists are said in the reader's language,
 *     too
 */
public record Phrase(String english, List<Object> values) {
    /** A place for a value, as {@link java.util.Formatter} has it; two percent signs are one. */
    static final Pattern PLACE = Pattern.compile("%(?:(?<index>\\d)\\$)?(?<flags>[-+,.\\d]*)(?<kind>[sdf%])");

    public Phrase {
        values = List.copyOf(values);
    }

    /** A sentence; without values it is taken as it stands, with its percent signs. */
    public static Phrase of(String english, Object... values) {
        return new Phrase(english, List.of(values));
    }

    /**
     * A sentence that was put together and kept in English, such as why a feed is not read any more; what is none of ours
     * is taken as it stands.
     */
    public static Phrase kept(String words) {
        return KeptWords.read(words);
    }

    /** A local date with its year, to be put into a phrase: {@code Tuesday, 10 March 2026}. */
    public static Object dated(LocalDate day) {
        return new Dated(day);
    }

    /** All of them, phrases or words of others, with the same between them. */
    public static Phrase all(List<?> parts, String between) {
        return new Phrase(String.join(between, Collections.nCopies(parts.size(), "%s")), List.copyOf(parts));
    }

    /** {@code a, b or c}. */
    public static Phrase or(Collection<String> all) {
        List<String> names = List.copyOf(all);
        return names.size() < 2
                ? of("%s", String.join("", names))
                : of("%s or %s", names.subList(0, names.size() - 1), names.getLast());
    }

    /** A moment, to be put into a phrase; the words stand for it where a platform does not know its readers' clocks. */
    public static Object moment(Instant at, Inline.Moment.Length length, Phrase words) {
        return new Moment(at, length, words);
    }

    private record Dated(LocalDate day) {}

    private record Moment(Instant at, Inline.Moment.Length length, Phrase words) {}

    /** In that language, or in English where we do not have the sentence in it. */
    public String in(Locale reader) {
        return parts(reader).stream().map(Inline::text).collect(Collectors.joining());
    }

    /** The same in pieces, its moments among them. */
    public List<Inline> parts(Locale reader) {
        Locale language = Phrasebook.language(reader);
        String words = Phrasebook.find(english, language);
        return values.isEmpty() ? List.of(new Inline.Words(words)) : filled(words, language);
    }

    private List<Inline> filled(String words, Locale language) {
        List<Inline> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(words);
        int end = 0;
        for (int next = 0; place.find(); end = place.end()) {
            add(parts, words.substring(end, place.start()));
            if (place.group("kind").equals("%")) {
                add(parts, "%");
            } else {
                int index = place.group("index") == null ? next++ : Integer.parseInt(place.group("index")) - 1;
                String format = "%" + place.group("flags") + place.group("kind");
                said(values.get(index), format, language).forEach(part -> add(parts, part));
            }
        }
        add(parts, words.substring(end));
        return List.copyOf(parts);
    }

    private static void add(List<Inline> parts, String words) {
        add(parts, new Inline.Words(words));
    }

    /** Words that follow words are one piece. */
    private static void add(List<Inline> parts, Inline part) {
        if (part instanceof Inline.Words more && !parts.isEmpty() && parts.getLast() instanceof Inline.Words words) {
            parts.set(parts.size() - 1, new Inline.Words(words.text() + more.text()));
        } else if (!part.text().isEmpty()) {
            parts.add(part);
        }
    }

    private static List<Inline> said(Object value, String format, Locale language) {
        return switch (value) {
            case Phrase phrase -> phrase.parts(language);
            case Moment moment ->
                List.of(new Inline.Moment(
                        moment.at(), moment.length(), moment.words().in(language)));
            case List<?> list -> listed(list, language);
            default -> List.of(new Inline.Words(String.format(language, format, word(value, language))));
        };
    }

    private static List<Inline> listed(List<?> list, Locale language) {
        List<Inline> parts = new ArrayList<>();
        for (Object one : list) {
            add(parts, parts.isEmpty() ? "" : ", ");
            said(one, "%s", language).forEach(part -> add(parts, part));
        }
        return parts;
    }

    private static Object word(Object value, Locale language) {
        return switch (value) {
            case Dated dated -> Calendar.dated(dated.day(), language);
            case LocalDate day -> Calendar.day(day, language);
            case LocalTime time -> Calendar.time(time, language);
            case ZonedDateTime moment -> Calendar.moment(moment, language);
            case DayOfWeek day -> Calendar.weekday(day, language);
            default -> value;
        };
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
