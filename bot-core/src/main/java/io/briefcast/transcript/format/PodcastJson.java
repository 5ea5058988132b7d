package io.briefcast.transcript.format;

import io.briefcast.podcast.Problem;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The podcast namespace's JSON, {@code {"version", "segments": [{"speaker", "startTime", "endTime", "body"}]}}, and the
 * like that speech recognisers write ({@code start}, {@code end}, {@code text}). Single words are joined to sentences;
 * all words in one string are read as plain text.
 */
@Component
@Order(20)
class PodcastJson implements TranscriptFormat {
    private static final Pattern OPENING = Pattern.compile("\\s*(?:\\{\\s*[\"}]|\\[\\s*\\{)");

    @Override
    public String name() {
        return "podcast-json";
    }

    @Override
    public boolean recognises(String text) {
        return OPENING.matcher(text).lookingAt();
    }

    @Override
    public Transcript read(String text) {
        JsonSegments json = JsonSegments.of(text);
        if (json.found().isEmpty() && !json.whole().isBlank()) {
            return PlainText.read(json.whole(), name());
        }
        List<Segment> segments = SegmentJoiner.join(json.found());
        if (segments.stream().noneMatch(segment -> segment.start().isPresent())) {
            return untimed(segments, json.problems());
        }
        TimedScript script = new TimedScript();
        json.problems().forEach(problem -> script.problem(problem.message(), problem.line()));
        fill(script, segments);
        return script.finish(name());
    }

    private Transcript untimed(List<Segment> segments, List<Problem> problems) {
        List<Turn> turns = segments.stream()
                .map(segment -> new Turn(Optional.empty(), segment.speaker(), segment.text(), segment.line()))
                .toList();
        Transcript laid = new Timeline(turns).lay(name());
        return new Transcript(name(), laid.origin(), !laid.cues().isEmpty(), laid.cues(), problems);
    }

    /** An end that is not given is the next start; a start that is not given is the end before it. */
    private static void fill(TimedScript script, List<Segment> segments) {
        boolean voices =
                segments.stream().anyMatch(segment -> !segment.speaker().isEmpty());
        Duration now = Duration.ZERO;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Duration start = segment.start().orElse(now);
            Duration end = segment.end().orElseGet(() -> start.plus(Words.spoken(Words.count(segment.text()))));
            if (segment.end().isEmpty() && i + 1 < segments.size()) {
                end = segments.get(i + 1)
                        .start()
                        .filter(next -> next.compareTo(start) >= 0)
                        .orElse(end);
            }
            Optional<String> speaker = voices ? Optional.of(segment.speaker()) : Optional.empty();
            script.add(start, end, List.of(new CueText.Piece(speaker, segment.text())), segment.line());
            now = end;
        }
    }
}
