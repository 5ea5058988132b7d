package io.briefcast.transcript.format;

import io.briefcast.transcript.TranscriptFormat;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The formats as Spring finds and orders them. */
public final class Formats {
    private Formats() {}

    public static List<TranscriptFormat> found() {
        try (var context = new AnnotationConfigApplicationContext(Formats.class.getPackageName())) {
            return context.getBeanProvider(TranscriptFormat.class)
                    .orderedStream()
                    .toList();
        }
    }
}
