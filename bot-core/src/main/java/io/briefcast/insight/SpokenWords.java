package io.briefcast.insight;

import io.briefcast.insight.Word.Place;
import io.briefcast.transcript.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a transcript in order, each with its speaker and its moment. Linear in the length of the text. */
final class SpokenWords {
    private static final Pattern CLOSING = Pattern.compile("[\"'’”)\\]]*[.?!…]++[\"'’”)\\]]*(?=\\s|$)");

    private final List<Cue> cues;
    private final List<String> speakers;
    private final List<Word> words;

    private SpokenWords(List<Cue> cues, List<String> speakers, List<Word> words) {
        this.cues = cues;
        this.speakers = speakers;
        this.words = words;
    }

    static SpokenWords of(List<Cue> cues) {
        WordSplitter splitter = new WordSplitter();
        List<String> speakers = new ArrayList<>();
        String speaker = "";
        for (int i = 0; i < cues.size(); i++) {
            String named = cues.get(i).speaker();
            if (!named.isEmpty() && !named.equals(speaker)) {
                speaker = named;
                splitter.open();
            }
            speakers.add(speaker);
            splitter.add(cues.get(i).text(), i);
        }
        return new SpokenWords(cues, speakers, splitter.words());
    }

    List<Word> words() {
        return words;
    }

    String speaker(int word) {
        return speakers.get(words.get(word).from().cue());
    }

    boolean oneSpeaker(int first, int last) {
        int from = words.get(first).from().cue();
        int to = words.get(last).to().cue();
        return speakers.subList(from, to + 1).stream().distinct().count() == 1;
    }

    /** Within a cue, time runs with the characters. */
    Duration start(int word) {
        return moment(words.get(word).from());
    }

    Duration end(int word) {
        Place to = words.get(word).to();
        return moment(new Place(to.cue(), withMarks(cues.get(to.cue()).text(), to.character())));
    }

    private Duration moment(Place place) {
        Cue cue = cues.get(place.cue());
        double share =
                Math.min(1, (double) place.character() / Math.max(1, cue.text().length()));
        long millis = cue.end().minus(cue.start()).toMillis();
        return cue.start().plusMillis(Math.round(millis * share));
    }

    /** The first word of the sentence; the word itself when no beginning is near. */
    int sentenceStart(int word, int atMost) {
        for (int i = word; i >= 0 && i > word - atMost; i--) {
            if (words.get(i).opens()) {
                return i;
            }
        }
        return word;
    }

    /** The last word of the sentence; the word itself when no end is near. */
    int sentenceEnd(int word, int atMost) {
        for (int i = word; i < words.size() && i < word + atMost; i++) {
            if (i == words.size() - 1 || words.get(i + 1).opens()) {
                return i;
            }
        }
        return word;
    }

    /** The transcript's own text from one word to another, white space folded. */
    String text(int first, int last) {
        Place from = words.get(first).from();
        Place to = words.get(last).to();
        StringBuilder text = new StringBuilder();
        for (int cue = from.cue(); cue <= to.cue(); cue++) {
            String whole = cues.get(cue).text();
            int start = cue == from.cue() ? withSign(whole, from.character()) : 0;
            int end = cue == to.cue() ? withMarks(whole, to.character()) : whole.length();
            text.append(whole, start, end).append(' ');
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /** A currency sign belongs to its number, and an opening quotation mark to its word. */
    private static int withSign(String text, int start) {
        return start > 0 && "$€£¥\"“".indexOf(text.charAt(start - 1)) >= 0 ? start - 1 : start;
    }

    private static int withMarks(String text, int end) {
        Matcher closing = CLOSING.matcher(text).region(end, text.length());
        return closing.lookingAt() ? closing.end() : end;
    }
}
