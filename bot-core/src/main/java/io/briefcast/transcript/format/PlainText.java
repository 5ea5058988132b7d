package io.briefcast.transcript.format;

import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Words, perhaps with {@code Name:} labels and time stamps. Reads what no other format wants. */
@Component
@Order(50)
class PlainText implements TranscriptFormat {
    private static final String RICH_TEXT = "{\\rtf";

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public boolean recognises(String text) {
        return true;
    }

    @Override
    public Transcript read(String text) {
        return text.startsWith(RICH_TEXT)
                ? NoSpeech.transcript(name(), "it is a file of a word processor")
                : read(text, name());
    }

    /** Reads a text that came in this format. */
    static Transcript read(String text, String format) {
        List<Turn> turns = Turns.of(lines(text));
        return NoSpeech.in("", turns)
                .map(why -> NoSpeech.transcript(format, why))
                .orElseGet(() -> new Timeline(turns).lay(format));
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines()
                .limit(Draft.MAX_LINES)
                .forEach(line -> lines.add(new Line(Optional.empty(), line, lines.size() + 1)));
        return lines;
    }
}
