package io.briefcast.transcript.format;

import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptFormat;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Web Video Text Tracks, read as https://www.w3.org/TR/webvtt1/#file-parsing says: one bad block costs itself only.
 * Beyond the standard, a comma may stand for the decimal point.
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
        TimedScript script = new TimedScript();
        WebVttBlocks blocks =
                new WebVttBlocks(text.replace('\0', '\uFFFD').lines().toList(), script);
        blocks.skipHeader();
        while (blocks.hasNext() && !script.isFull()) {
            blocks.readBlock();
        }
        return script.finish(name());
    }
}
