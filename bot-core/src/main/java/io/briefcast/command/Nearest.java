package io.briefcast.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant: by the number of letters to change (Levenshtein 1966), cut to short texts. */
public final class Nearest {
    /** Longer names are compared by their beginning; keeps one comparison below 3,600 steps. */
    private static final int LENGTH = 60;

    private Nearest() {}

    /** The nearest names, best first; none whose distance is more than half the typed letters, plus one. */
    public static List<String> to(String typed, Collection<String> names, int limit) {
        String wanted = plain(typed);
        return names.stream()
                .map(name -> new Candidate(name, distance(wanted, plain(name))))
                .filter(candidate -> candidate.distance() <= wanted.length() / 2 + 1)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(limit)
                .map(Candidate::name)
                .toList();
    }

    private static String plain(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.length() > LENGTH ? lower.substring(0, LENGTH) : lower;
    }

    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[row.length - 1];
    }

    private record Candidate(String name, int distance) {}
}
