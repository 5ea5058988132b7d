package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two dozen claims of six invented shows, in which three debates run through several shows. */
final class ClaimCorpus {
    static final Instant FIRST = Instant.parse("2031-03-01T06:00:00Z");

    private ClaimCorpus() {}

    /** One claim an episode, one episode a day, the first on {@link #FIRST}. */
    static List<Insight> read(Embedder embedder) {
        List<String[]> rows = rows();
        List<Embedding> embeddings = embedder.embed(rows.stream()
                .map(row -> String.join(" ", List.of(row).subList(2, row.length)))
                .toList());
        List<Insight> insights = new ArrayList<>();
        for (int day = 0; day < rows.size(); day++) {
            insights.add(insight(rows.get(day), day, embeddings.get(day)));
        }
        return insights;
    }

    private static Insight insight(String[] row, int day, Embedding embedding) {
        return new Insight(
                row[1],
                "episode of " + row[1],
                row[0],
                row[2],
                row[3],
                new Quote(row[2], "", Duration.ZERO, Duration.ofSeconds(9), false),
                9,
                0.8,
                FIRST.plus(Duration.ofDays(day)),
                "test-1",
                List.of(row[4].split(", ")),
                embedding);
    }

    private static List<String[]> rows() {
        try (InputStream rows = Objects.requireNonNull(ClaimCorpus.class.getResourceAsStream("claims.tsv"))) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
