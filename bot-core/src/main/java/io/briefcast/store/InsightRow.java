package io.briefcast.store;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Insight.Kind;
import io.briefcast.insight.Quote;
import io.briefcast.language.Embedding;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads an insight from its row. */
final class InsightRow {
    private InsightRow() {}

    static Insight read(ResultSet row) throws SQLException {
        return new Insight(
                row.getString("id"),
                row.getString("episode_id"),
                row.getString("show_id"),
                row.getString("headline"),
                row.getString("explanation"),
                quote(row),
                row.getDouble("score"),
                row.getDouble("quality"),
                Columns.instant(row, "published"),
                row.getString("extractor"),
                Columns.list(row, "terms", String.class),
                Embedding.ofBytes(row.getBytes("embedding")),
                Columns.text(row, "chapter").orElse(""),
                Kind.of(row.getString("kind")).orElse(Kind.CLAIM));
    }

    private static Quote quote(ResultSet row) throws SQLException {
        return new Quote(
                row.getString("quote"),
                row.getString("speaker"),
                Columns.duration(row, "quote_start"),
                Columns.duration(row, "quote_end"),
                row.getBoolean("quote_approximate"));
    }
}
