package io.briefcast.search;

import io.briefcast.language.Spelling;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.Show;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is what, as publishers write it: the hosts of a show by its feed; founders, chiefs and the like by the roles that
 * feeds give their persons ("Founder, Acme"), and by wordings such as "Jane Roe, founder of Acme" and "Acme founder Jane
 * Roe" in titles and notes. Certain only where one person has a role.
 */
public final class Roles {
    private static final String ROLE =
            "(?i:co-?founder|founder|ceo|chief executive officer|chief executive|cto|cfo|coo|president"
                    + "|chairman|chairwoman|chair|creator|maintainer|inventor|author|editor|director)";
    private static final String ALL = "(?<role>%1$s(?:(?:,| and| &|/) ?(?:the )?%1$s)*)".formatted(ROLE);
    private static final String PERSON = "(?<person>\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){1,2})";
    private static final String COMPANY =
            "(?<company>\\p{Lu}(?:[\\p{L}\\p{N}&-]|\\.(?=\\p{L}))*(?: \\p{Lu}(?:[\\p{L}\\p{N}&-]|\\.(?=\\p{L}))*){0,2})";

    private static final List<Pattern> WORDINGS = List.of(
            wording(PERSON + "(?:,| is|,? who is)(?: the| a)? " + ALL + " (?:of|at) " + COMPANY),
            wording(PERSON + " \\((?:the )?" + ALL + " (?:of|at) " + COMPANY),
            wording(PERSON + "(?:,| is) " + COMPANY + "(?:['’]s)? " + ALL),
            wording(PERSON + " \\(" + COMPANY + "(?:['’]s)? " + ALL),
            wording(COMPANY + "(?:['’]s)? " + ALL + ",? " + PERSON),
            wording("(?<![\\p{L}-])" + ALL + " (?:of|at) " + COMPANY + ",? " + PERSON));

    /** As a feed gives it to a person: "Founder, Acme", "guest, CEO of Acme", "Acme founder". */
    private static final List<Pattern> GIVEN = List.of(
            Pattern.compile(
                    "(?:guest, )?(?:the )?" + ALL + "(?:,? (?:of|at)|,| -| –| @) ?(?:the )?(?<company>\\p{L}.*)"),
            Pattern.compile(
                    "(?:guest, )?(?<company>\\p{L}[^,]*?)(?:['’]s)? (?<role>(?:co-?)?founder|ceo|cto|cfo|coo)"));

    private static final Pattern EACH = Pattern.compile(ROLE);
    /** Who had the role, and who stands beside the one who has it. */
    private static final Pattern ANOTHER = Pattern.compile(
            "(?i)\\b(?:former|ex|previous|ousted|late|deputy|assistant|vice(?=[ -](?:president|chair)))\\b");
    /** A sentence opens with a capital, and so does what is no part of a name. */
    private static final Pattern OPENING = Pattern.compile(
            "^(?:Meet|With|The|And|Today|Our|Guest|Welcome|From|Hear|Featuring|Why|How|When|As|Is|Interview|Special) ");

    private static final Pattern HELD_BY =
            Pattern.compile("(?i)^(?:the )?(?<company>.+?)(?:['’]s)? (?<role>%s|host)$".formatted(ROLE));
    private static final Pattern HELD_AT =
            Pattern.compile("(?i)^(?:the )?(?<role>%s|host) (?:of|at) (?<company>.+)$".formatted(ROLE));

    /** Notes of whole books bring no more roles. */
    private static final int MOST_CHARACTERS = 5_000;

    private final Map<String, Set<String>> holders = new HashMap<>();

    private static Pattern wording(String words) {
        return Pattern.compile(words + "(?![\\p{L}\\p{N}])");
    }

    /** Whether a text speaks of a role at all: others need not be learned. */
    static boolean mayBeIn(String text) {
        return EACH.matcher(text).find() || text.toLowerCase(Locale.ROOT).contains("host");
    }

    /** Learns from a show and its episodes. */
    public void learn(Show show, Collection<Episode> episodes) {
        show.persons().forEach(person -> learn(show, person));
        read(show.description());
        for (Episode episode : episodes) {
            episode.persons().forEach(person -> learn(show, person));
            read(episode.title());
            read(episode.notes());
        }
    }

    private void learn(Show show, Person person) {
        if (person.role().equals("host")) {
            hold("host", show.title(), person.name());
        } else if (!ANOTHER.matcher(person.role()).find()) {
            GIVEN.stream()
                    .map(given -> given.matcher(person.role()))
                    .filter(Matcher::matches)
                    .findFirst()
                    .ifPresent(given -> roles(given.group("role"))
                            .forEach(role -> hold(role, given.group("company"), person.name())));
        }
    }

    /** Learns from what a publisher wrote. */
    void read(String text) {
        String start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        for (Pattern wording : WORDINGS) {
            Matcher found = wording.matcher(start);
            for (int from = 0; found.find(from); from = found.start() + 1) {
                if (isHeld(start, found)) {
                    roles(found.group("role"))
                            .forEach(role -> hold(role, opened(found.group("company")), opened(found.group("person"))));
                }
            }
        }
    }

    private static boolean isHeld(String text, Matcher found) {
        String words = text.substring(Math.max(0, found.start() - 10), found.end());
        return !ANOTHER.matcher(words).find();
    }

    private static String opened(String name) {
        return OPENING.matcher(name).replaceFirst("");
    }

    private static List<String> roles(String written) {
        List<String> roles = new ArrayList<>();
        Matcher each = EACH.matcher(written);
        while (each.find()) {
            roles.add(family(each.group()));
        }
        return roles;
    }

    private static String family(String role) {
        String lower = role.toLowerCase(Locale.ROOT);
        if (lower.endsWith("founder")) {
            return "founder";
        }
        return lower.startsWith("chief executive") ? "ceo" : lower;
    }

    private void hold(String role, String company, String person) {
        holders.computeIfAbsent(key(role, company), none -> new HashSet<>()).add(PassageFields.folded(person));
    }

    private static String key(String role, String company) {
        return role + " of " + Spelling.key(company.replaceFirst("(?i)^the ", ""));
    }

    /**
     * Who is meant by "Acme founder" or "host of The Rack".
     *
     * @param person in lower case
     * @param role as it is said: {@code founder of Acme}
     */
    record Holder(String person, String role) {}

    /** Whether a text is a role and then a name, in lower case: "Acme founder Jane Roe". */
    static boolean nameIn(String text, String name) {
        String lower = PassageFields.folded(text);
        if (!lower.endsWith(" " + name)) {
            return false;
        }
        String role = text.substring(0, text.length() - name.length() - 1);
        return HELD_BY.matcher(role).matches() || HELD_AT.matcher(role).matches();
    }

    /** The one who has the role; empty when nobody or more than one has, and when no role is named. */
    Optional<Holder> holder(String text) {
        for (Pattern asked : List.of(HELD_AT, HELD_BY)) {
            Matcher found = asked.matcher(text);
            if (found.matches()) {
                String role = family(found.group("role"));
                Set<String> all = holders.getOrDefault(key(role, found.group("company")), Set.of());
                if (all.size() == 1) {
                    String words = "%s of %s".formatted(found.group("role"), found.group("company"));
                    return Optional.of(new Holder(all.iterator().next(), words));
                }
            }
        }
        return Optional.empty();
    }
}
