package io.briefcast.transcript.format;

import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptFormat;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * SubRip, which has no standard: counters may be missing, hours too, and the decimal sign is a comma or a dot. Also
 * reads WebVTT whose signature was lost.
 */
@Component
@Order(30)
class SubRip implements TranscriptFormat {
    static final Pattern TIMING =
            Pattern.compile("\\s*" + Timestamp.SYNTAX + "\\s*-{1,3}>\\s*" + Timestamp.SYNTAX + "(?!\\d).*");

    /** The first timing stands in the first lines, if there is any. */
    private static final int LOOK_AT = 200;

    @Override
    public String name() {
        return "subrip";
    }

    @Override
    public boolean recognises(String text) {
        return text.lines().limit(LOOK_AT).anyMatch(line -> TIMING.matcher(line).matches());
    }

    @Override
    public Transcript read(String text) {
        return SubRipLines.read(text.lines().limit(Draft.MAX_LINES).toList(), name());
    }
}
