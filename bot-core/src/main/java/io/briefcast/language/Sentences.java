package io.briefcast.language;

import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a transcript into sentences, each with its speaker, its turn and its time. Linear in the length of the text. */
public final class Sentences {
    private static final int LONG_WORDS = 60;
    /** A turn without end would make one text of hours; this many characters are about ten minutes. */
    private static final int TURN_CHARACTERS = 10_000;
    /** Fewer marks a word than this means that nobody punctuated; English prose has one in 15 to 25 words. */
    private static final double PUNCTUATED = 1.0 / 60;

    /** A pause in talk; commas take less. */
    private static final Duration PAUSE = Duration.ofMillis(600);

    private static final int ENOUGH_WORDS = 12;
    private static final int MOST_WORDS = 25;

    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|.*\\s)(?:mr|mrs|ms|dr|prof|st|vs|etc|inc|ltd|co|corp|jr|sr|no|approx|e\\.g|i\\.e|u\\.s|u\\.k|a\\.m|p\\.m|[a-z])\\.$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile(",\\s+(?=(?:and|but|so|because|which)\\s)");

    private Sentences() {}

    /** Whether the words carry full stops at all; automatic captions often do not. */
    public static boolean isPunctuated(Transcript transcript) {
        long words = 0;
        long marks = 0;
        for (Cue cue : transcript.cues()) {
            words += cue.text().chars().filter(Character::isWhitespace).count() + 1;
            marks += cue.text()
                    .chars()
                    .filter(c -> c == '.' || c == '?' || c == '!')
                    .count();
        }
        return words == 0 || (double) marks / words >= PUNCTUATED;
    }

    /** The sentences in order; where nobody punctuated, stretches of about that length between pauses. */
    public static List<Sentence> of(Transcript transcript) {
        boolean punctuated = isPunctuated(transcript);
        List<Sentence> sentences = new ArrayList<>();
        Turn turn = new Turn(0, "", punctuated);
        for (Cue cue : transcript.cues()) {
            boolean newSpeaker = !cue.speaker().isEmpty() && !cue.speaker().equals(turn.speaker);
            if (newSpeaker || turn.text.length() > TURN_CHARACTERS) {
                turn.cut(sentences);
                turn = new Turn(
                        newSpeaker ? turn.number + 1 : turn.number,
                        newSpeaker ? cue.speaker() : turn.speaker,
                        punctuated);
            }
            turn.add(cue);
        }
        turn.cut(sentences);
        return sentences;
    }

    /** What one person said in one go, with the moment of every character. */
    private static final class Turn {
        private final int number;
        private final String speaker;
        private final boolean punctuated;
        private final StringBuilder text = new StringBuilder();
        private final NavigableMap<Integer, Cue> cues = new TreeMap<>();

        Turn(int number, String speaker, boolean punctuated) {
            this.number = number;
            this.speaker = speaker;
            this.punctuated = punctuated;
        }

        void add(Cue cue) {
            String words = cue.text().replaceAll("\\s+", " ").strip();
            if (words.isEmpty()) {
                return;
            }
            if (!text.isEmpty()) {
                text.append(' ');
            }
            cues.put(text.length(), cue);
            text.append(words);
        }

        void cut(List<Sentence> sentences) {
            int start = 0;
            for (int end : punctuated ? ends(text.toString()) : pauses()) {
                sentence(start, end, sentences);
                start = end;
            }
        }

        /** After a pause; else where a cue ends after enough words, and after the most words in any case. */
        private List<Integer> pauses() {
            List<Integer> ends = new ArrayList<>();
            int words = 0;
            for (int at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
                words++;
                if (words >= MOST_WORDS
                        || (cues.containsKey(at + 1) && (words >= ENOUGH_WORDS || pausesBefore(at + 1)))) {
                    ends.add(at + 1);
                    words = 0;
                }
            }
            ends.add(text.length());
            return ends;
        }

        private boolean pausesBefore(int start) {
            Cue before = cues.lowerEntry(start).getValue();
            Cue after = cues.floorEntry(start).getValue();
            return after.start().minus(before.end()).compareTo(PAUSE) >= 0;
        }

        private void sentence(int from, int to, List<Sentence> sentences) {
            String raw = text.substring(from, to).strip();
            if (raw.isEmpty()) {
                return;
            }
            int first = text.indexOf(raw, from);
            sentences.add(new Sentence(
                    raw, Disfluency.remove(raw), speaker, number, moment(first), moment(first + raw.length())));
        }

        /** Within a cue, time runs with the characters. */
        private Duration moment(int position) {
            int at = Math.min(position, text.length() - 1);
            int start = cues.floorKey(Math.max(0, at));
            Integer next = cues.higherKey(at);
            int length = (next == null ? text.length() : next - 1) - start;
            Cue cue = cues.floorEntry(Math.max(0, at)).getValue();
            long millis = cue.end().minus(cue.start()).toMillis();
            double share = length <= 0 ? 0 : Math.clamp((double) (position - start) / length, 0, 1);
            return cue.start().plusMillis(Math.round(millis * share));
        }
    }

    private static List<Integer> ends(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<Integer> ends = new ArrayList<>();
        int start = 0;
        breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length() && goesOn(text, start, end)) {
                continue;
            }
            addClauses(text, start, end, ends);
            start = end;
        }
        return ends;
    }

    private static boolean goesOn(String text, int start, int end) {
        String before = text.substring(Math.max(start, end - 12), end).strip();
        return Character.isLowerCase(text.charAt(end))
                || ABBREVIATION.matcher(before).matches();
    }

    /** A sentence of more than sixty words is cut where a clause begins, after at least twenty words. */
    private static void addClauses(String text, int start, int end, List<Integer> ends) {
        String sentence = text.substring(start, end);
        if (words(sentence) > LONG_WORDS) {
            Matcher clause = CLAUSE.matcher(sentence);
            int from = 0;
            while (clause.find()) {
                if (words(sentence.substring(from, clause.end())) >= LONG_WORDS / 3) {
                    ends.add(start + clause.end());
                    from = clause.end();
                }
            }
        }
        ends.add(end);
    }

    private static int words(String text) {
        return (int) text.strip().chars().filter(c -> c == ' ').count() + 1;
    }
}
