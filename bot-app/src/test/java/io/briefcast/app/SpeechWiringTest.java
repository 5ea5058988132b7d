package io.briefcast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.transcript.TranscriptFinder;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechWiringTest {
    @TempDir
    private Path folder;

    @Test
    void speechToTextIsThereWithAnAddressAndOnlyThen() throws Exception {
        assertThat(report("--briefcast.speech.model=whisper-1")).isEmpty();
        assertThat(report("--briefcast.speech.base-url=http://127.0.0.1:9/v1")).contains("0 of 600 minutes");
    }

    private String report(String setting) throws Exception {
        try (RunningBriefcast briefcast = RunningBriefcast.start(folder, setting)) {
            return String.join("", briefcast.part(TranscriptFinder.class).report(Instant.EPOCH));
        }
    }
}
