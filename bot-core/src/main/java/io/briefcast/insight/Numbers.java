package io.briefcast.insight;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings numbers into one form, {@code #} and the value: {@code twenty-five} and {@code 25}; {@code 1.5 million} and
 * {@code 1,500,000}; {@code nineteen ninety nine} and {@code 1999}.
 */
final class Numbers {
    private static final Map<String, Integer> SMALL = small();
    private static final Map<String, BigDecimal> POWERS =
            Map.of("thousand", power(3), "million", power(6), "billion", power(9), "trillion", power(12));
    private static final Map<String, BigDecimal> SUFFIXES = Map.of(
            "", power(0), "k", power(3), "m", power(6), "mn", power(6), "b", power(9), "bn", power(9), "tn", power(12));
    /** Words that measure without being numbers. */
    private static final Set<String> LIKE_NUMBERS = Set.of(
            "half",
            "quarter",
            "quarters",
            "third",
            "thirds",
            "twice",
            "double",
            "triple",
            "dozen",
            "dozens",
            "hundreds",
            "thousands",
            "millions",
            "billions",
            "trillions");

    private static final Pattern DIGITS = Pattern.compile("(\\d+(?:,\\d+)*+(?:\\.\\d+)?+)(\\p{L}*+)");
    /** More digits than this are no quantity that anybody says. */
    private static final int LONGEST = 18;

    private Numbers() {}

    private static BigDecimal power(int zeros) {
        return BigDecimal.ONE.scaleByPowerOfTen(zeros);
    }

    private static Map<String, Integer> small() {
        String units = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                + " sixteen seventeen eighteen nineteen";
        String tens = "twenty thirty forty fifty sixty seventy eighty ninety";
        Map<String, Integer> small = new HashMap<>();
        for (String unit : units.split(" ", -1)) {
            small.put(unit, small.size());
        }
        for (String ten : tens.split(" ", -1)) {
            small.put(ten, 10 * (small.size() - 18));
        }
        return Map.copyOf(small);
    }

    /** The same words, every number one word. */
    static List<Word> merge(List<Word> words) {
        List<Word> merged = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            Reading reading = new Reading(words, i);
            merged.add(reading.word());
            i = reading.end();
        }
        return merged;
    }

    /** What stands at one place: a number of one or more words, or a word. */
    private static final class Reading {
        private final List<Word> words;
        private final int start;
        private final String form;
        private int at;

        Reading(List<Word> words, int start) {
            this.words = words;
            this.start = start;
            this.at = start;
            this.form = read();
        }

        private String read() {
            Matcher digits = DIGITS.matcher(form(start));
            if (digits.matches()) {
                at++;
                return digits.group(1).length() <= LONGEST && SUFFIXES.containsKey(digits.group(2))
                        ? value(powers(written(digits)))
                        : "#" + digits.group();
            }
            BigDecimal total = BigDecimal.ZERO;
            BigDecimal limit = power(LONGEST);
            while (startsNumber(at)) {
                int before = at;
                BigDecimal part = decimals(BigDecimal.valueOf(belowTenThousand()));
                if (part.compareTo(limit) >= 0) {
                    at = before;
                    break;
                }
                BigDecimal whole = powers(part);
                total = total.add(whole);
                limit = whole.compareTo(part) == 0 ? BigDecimal.ZERO : whole.divide(part.max(BigDecimal.ONE));
            }
            return at == start ? form(start) : value(total);
        }

        private static BigDecimal written(Matcher digits) {
            return new BigDecimal(digits.group(1).replace(",", "")).multiply(SUFFIXES.get(digits.group(2)));
        }

        private String form(int index) {
            return index < words.size() ? words.get(index).form() : "";
        }

        private boolean startsNumber(int index) {
            return SMALL.containsKey(form(index)) || form(index).equals("hundred");
        }

        /** {@code five}, {@code twenty five}, {@code two hundred and five}, {@code nineteen ninety nine}. */
        private long belowTenThousand() {
            long value = SMALL.getOrDefault(form(at), 1);
            at += SMALL.containsKey(form(at)) ? 1 : 0;
            for (; startsNumber(at); at++) {
                long next = SMALL.getOrDefault(form(at), 100);
                if (next == 100 && value < 100) {
                    value *= 100;
                    at += form(at + 1).equals("and") && SMALL.containsKey(form(at + 2)) ? 1 : 0;
                } else if (fits(value, next)) {
                    value += next;
                } else if (next >= 10 && next < 100 && value >= 10 && value < 100) {
                    value = 100 * value + next;
                } else {
                    break;
                }
            }
            return value;
        }

        private static boolean fits(long value, long next) {
            boolean unitBehindTens = next > 0 && next < 10 && value % 100 >= 20 && value % 10 == 0;
            boolean behindHundred = next < 100 && value > 0 && value % 100 == 0;
            return unitBehindTens || behindHundred;
        }

        private BigDecimal decimals(BigDecimal whole) {
            if (!form(at).equals("point")) {
                return whole;
            }
            StringBuilder decimals = new StringBuilder();
            int next = at + 1;
            for (; SMALL.getOrDefault(form(next), 10) < 10; next++) {
                decimals.append(SMALL.get(form(next)));
            }
            if (decimals.isEmpty()) {
                return whole;
            }
            at = next;
            return whole.add(new BigDecimal("0." + decimals));
        }

        private BigDecimal powers(BigDecimal value) {
            BigDecimal product = value;
            for (; POWERS.containsKey(form(at)) && product.precision() - product.scale() <= LONGEST; at++) {
                product = product.multiply(POWERS.get(form(at)));
            }
            return product;
        }

        /** A lone one is more often a pronoun than a number. */
        private static String value(BigDecimal number) {
            return number.compareTo(BigDecimal.ONE) == 0
                    ? "one"
                    : "#" + number.stripTrailingZeros().toPlainString();
        }

        int end() {
            return Math.max(at, start + 1);
        }

        Word word() {
            Word first = words.get(start);
            boolean number = form.startsWith("#")
                    || LIKE_NUMBERS.contains(form)
                    || form.chars().anyMatch(Character::isDigit);
            Word.Place to = words.get(end() - 1).to();
            return new Word(form, first.capital(), first.opens(), first.cheap() && !number, number, first.from(), to);
        }
    }
}
