package io.briefcast.insight;

import java.util.List;
import java.util.Optional;

/**
 * Fits a quote into a stretch of speech: semi-global alignment (Needleman and Wunsch, J. Mol. Biol. 1970, with free
 * ends in the speech). Fillers may come and go at little cost. Costs the product of both lengths.
 */
final class Alignment {
    private static final double DIFFERENT = -0.7;
    private static final double EXTRA = -0.6;

    private static final byte NONE = 0;
    private static final byte BOTH = 1;
    private static final byte ONLY_QUOTE = 2;
    private static final byte ONLY_SPEECH = 3;

    private final List<Word> quote;
    private final List<Word> speech;
    private final byte[][] steps;
    private int end;

    private Alignment(List<Word> quote, List<Word> speech) {
        this.quote = quote;
        this.speech = speech;
        this.steps = new byte[quote.size() + 1][speech.size() + 1];
    }

    /** The best fit between two indices of the speech, the second excluded; empty when no word fits. */
    static Optional<Place> of(List<Word> quote, List<Word> speech, int from, int to) {
        Alignment alignment = new Alignment(quote, speech.subList(from, to));
        alignment.fill();
        return alignment.trace(from);
    }

    private void fill() {
        double[] above = new double[speech.size() + 1];
        for (int i = 1; i <= quote.size(); i++) {
            double[] row = new double[speech.size() + 1];
            row[0] = above[0] + EXTRA * quote.get(i - 1).weight();
            steps[i][0] = ONLY_QUOTE;
            for (int j = 1; j <= speech.size(); j++) {
                row[j] = best(above, row, i, j);
            }
            above = row;
        }
        for (int j = 0; j < above.length; j++) {
            end = above[j] > above[end] ? j : end;
        }
    }

    private double best(double[] above, double[] row, int i, int j) {
        Word asked = quote.get(i - 1);
        Word said = speech.get(j - 1);
        double both = above[j - 1] + (equal(asked, said) ? asked.weight() : DIFFERENT);
        double onlyQuote = above[j] + EXTRA * asked.weight();
        double onlySpeech = row[j - 1] + EXTRA * said.weight();
        double best = Math.max(both, Math.max(onlyQuote, onlySpeech));
        steps[i][j] = best == both ? BOTH : best == onlyQuote ? ONLY_QUOTE : ONLY_SPEECH;
        return best;
    }

    private static boolean equal(Word one, Word other) {
        return one.form().equals(other.form());
    }

    private Optional<Place> trace(int offset) {
        int i = quote.size();
        int j = end;
        int first = -1;
        int last = -1;
        double matched = 0;
        while (i > 0 && steps[i][j] != NONE) {
            byte step = steps[i][j];
            if (step == BOTH && equal(quote.get(i - 1), speech.get(j - 1))) {
                matched += quote.get(i - 1).weight();
                first = j - 1;
                last = last < 0 ? j - 1 : last;
            }
            i -= step == ONLY_SPEECH ? 0 : 1;
            j -= step == ONLY_QUOTE ? 0 : 1;
        }
        if (first < 0) {
            return Optional.empty();
        }
        double longer = Math.max(weight(quote), weight(speech.subList(first, last + 1)));
        return Optional.of(new Place(offset + first, offset + last, Math.min(1, matched / longer)));
    }

    private static double weight(List<Word> words) {
        return words.stream().mapToDouble(Word::weight).sum();
    }

    /**
     * Where the quote fits.
     *
     * @param last index of the last word, inclusive
     * @param similarity share of the longer side's words that match, in (0, 1]
     */
    record Place(int first, int last, double similarity) {}
}
