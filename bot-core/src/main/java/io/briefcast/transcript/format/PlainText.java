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
        List<Turn> turns = Turns.of(lines(text));
        return NoSpeech.in("", turns)
                .map(why -> NoSpeech.transcript(name(), why))
                .orElseGet(() -> new Timeline(turns).lay(name()));
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines()
                .limit(Draft.MAX_LINES)
                .forEach(line -> lines.add(new Line(Optional.empty(), line, lines.size() + 1)));
        return lines;
    }
}
