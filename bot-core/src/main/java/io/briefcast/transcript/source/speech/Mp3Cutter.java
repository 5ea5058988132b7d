package io.briefcast.transcript.source.speech;

import io.briefcast.transcript.source.speech.AudioPieces.Limits;
import io.briefcast.transcript.source.speech.AudioPieces.Piece;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts MP3 between its frames. A frame says how long it is and plays; what stands between frames (tags, pictures, the
 * seams of inserted advertising) is passed over. See ISO/IEC 11172-3, 2.4.1 and ID3v2.4, section 3.1.
 */
final class Mp3Cutter {
    /** Three frames in a row are no accident. */
    private static final int CERTAIN = 3;

    /** A text or a page holds no frames; broken audio does within this, behind its tag. */
    private static final int SEARCHED = 256 * 1024;

    private static final int ID3_HEAD = 10;

    private final ByteBuffer bytes;
    private final Limits limits;
    private final List<Piece> pieces = new ArrayList<>();
    private double played;
    private double pieceFrom;
    private int pieceAt;

    Mp3Cutter(ByteBuffer bytes, Limits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /** The pieces in order; empty when this is not MP3. */
    Optional<List<Piece>> cut() {
        Optional<Integer> first = firstFrame();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        walk(first.get());
        return Optional.of(pieces);
    }

    private Optional<Integer> firstFrame() {
        int from = Math.min(tag(), bytes.capacity());
        int to = (int) Math.min(bytes.capacity(), (long) from + SEARCHED);
        for (int at = from; at < to; at++) {
            if (isCertain(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Length of the ID3 tag at the start: seven bits a byte. */
    private int tag() {
        if (bytes.capacity() < ID3_HEAD || bytes.get(0) != 'I' || bytes.get(1) != 'D' || bytes.get(2) != '3') {
            return 0;
        }
        int size = 0;
        for (int i = 6; i < ID3_HEAD; i++) {
            size = size << 7 | (bytes.get(i) & 0x7F);
        }
        return ID3_HEAD + size;
    }

    private boolean isCertain(int at) {
        int next = at;
        for (int i = 0; i < CERTAIN; i++) {
            Optional<Mp3Frame> frame = Mp3Frame.at(bytes, next);
            if (frame.isEmpty()) {
                return false;
            }
            next += frame.get().length();
        }
        return true;
    }

    private void walk(int first) {
        int at =
                isIndex(first) ? first + Mp3Frame.at(bytes, first).orElseThrow().length() : first;
        pieceAt = at;
        while (at < bytes.capacity()) {
            Optional<Mp3Frame> frame = Mp3Frame.at(bytes, at);
            if (frame.isEmpty()) {
                at = passOver(at);
                continue;
            }
            int end = (int) Math.min(bytes.capacity(), (long) at + frame.get().length());
            if (isFull(end, frame.get().seconds())) {
                close(at);
            }
            played += frame.get().seconds();
            at = end;
        }
        close(bytes.capacity());
    }

    /** The first frame may be an index over the whole file (Xing), which would belie a piece of it. */
    private boolean isIndex(int at) {
        byte[] head = new byte[Math.min(64, bytes.capacity() - at)];
        bytes.get(at, head);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.contains("Xing") || text.contains("Info");
    }

    /** Where frames go on behind something else; what would fill a piece is left out. */
    private int passOver(int from) {
        int at = from + 1;
        while (at < bytes.capacity() && !isCertain(at)) {
            at++;
        }
        if (at - pieceAt > limits.bytes()) {
            close(from);
            pieceAt = at;
        }
        return at;
    }

    private boolean isFull(int end, double seconds) {
        return end - pieceAt > limits.bytes()
                || played + seconds - pieceFrom > limits.time().toSeconds();
    }

    private void close(int end) {
        if (played > pieceFrom) {
            Duration start = time(pieceFrom);
            pieces.add(new Piece(pieceAt, end - pieceAt, start, time(played).minus(start)));
        }
        pieceAt = end;
        pieceFrom = played;
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
