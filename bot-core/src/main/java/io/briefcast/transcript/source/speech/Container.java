package io.briefcast.transcript.source.speech;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of audio files besides MP3, by their first bytes; declared types lie. */
enum Container {
    M4A("m4a", 4, "ftyp"),
    OGG("ogg", 0, "OggS"),
    WAV("wav", 0, "RIFF"),
    FLAC("flac", 0, "fLaC"),
    WEBM("webm", 0, "\u001AE\u00DF\u00A3"),
    AAC("aac", 0, "\u00FF\u00F1"),
    AAC_2("aac", 0, "\u00FF\u00F9");

    /** A shorter file holds no words. */
    static final int HEAD = 16;

    /** 32 kbit/s, below which nobody publishes speech: what is guessed from it is rather too long than too short. */
    static final int FEWEST_BYTES_A_SECOND = 4_000;

    private final String extension;
    private final int at;
    private final String mark;

    Container(String extension, int at, String mark) {
        this.extension = extension;
        this.at = at;
        this.mark = mark;
    }

    static Optional<Container> of(ByteBuffer file) {
        return Arrays.stream(values()).filter(kind -> kind.fits(file)).findFirst();
    }

    String extension() {
        return extension;
    }

    private boolean fits(ByteBuffer file) {
        byte[] found = new byte[mark.length()];
        file.get(at, found);
        return mark.equals(new String(found, StandardCharsets.ISO_8859_1));
    }
}
