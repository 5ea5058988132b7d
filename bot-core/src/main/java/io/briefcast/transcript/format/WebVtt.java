package io.briefcast.transcript.format;

import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptFormat;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Web Video Text Tracks, read as https://www.w3.org/TR/webvtt1/#file-parsing says: one bad block costs itself only.
 * A file whose first cue has decimal commas is SubRip under a borrowed signature and is read as such.
 */
@Component
@Order(10)
class WebVtt implements TranscriptFormat {
    private static final String SIGNATURE = "WEBVTT";

    @Override
    public String name() {
        return "webvtt";
    }

    @Override
    public boolean recognises(String text) {
        return text.startsWith(SIGNATURE)
                && (text.length() == SIGNATURE.length() || " \t\r\n".indexOf(text.charAt(SIGNATURE.length())) >= 0);
    }

    @Override
    public Transcript read(String text) {
        List<String> lines =
                text.replace('\0', '\uFFFD').lines().limit(Draft.MAX_LINES).toList();
        if (hasDecimalCommas(lines)) {
            return SubRipLines.read(lines.subList(1, lines.size()), name());
        }
        TimedScript script = new TimedScript();
        WebVttBlocks blocks = new WebVttBlocks(lines, script);
        blocks.skipHeader();
        while (blocks.hasNext() && !script.isFull()) {
            blocks.readBlock();
        }
        return script.finish(name());
    }

    private static boolean hasDecimalCommas(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("-->"))
                .findFirst()
                .filter(line ->
                        line.indexOf(',') >= 0 && SubRip.TIMING.matcher(line).matches())
                .isPresent();
    }
}
