package io.briefcast.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How values lie in columns: moments and durations as milliseconds, lists as JSON, what is absent as NULL. */
final class Columns {
    /** SQLite takes at most 32,766 parameters a statement; longer lists are asked for in parts of this size. */
    private static final int PART = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private Columns() {}

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> List<T> list(ResultSet row, String column, Class<T> type) throws SQLException {
        return JSON.readValue(row.getString(column), JSON.getTypeFactory().constructCollectionType(List.class, type));
    }

    static <T> Optional<T> read(ResultSet row, String column, Class<T> type) throws SQLException {
        return text(row, column).map(json -> JSON.readValue(json, type));
    }

    static Map<String, Integer> counts(ResultSet row, String column) throws SQLException {
        return JSON.readValue(row.getString(column), new TypeReference<Map<String, Integer>>() {});
    }

    static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return JSON.readValue(row.getString(column), new TypeReference<Map<String, String>>() {});
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Duration duration(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(row.getLong(column));
    }

    static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return text(row, column).map(LocalDate::parse);
    }

    static Optional<URI> uri(ResultSet row, String column) throws SQLException {
        return text(row, column).map(URI::create);
    }

    /** The value as a parameter: absent becomes NULL. */
    static @Nullable Object orNull(Optional<?> value) {
        return value.map(Columns::plain).orElse(null);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case URI uri -> uri.toString();
            case Instant instant -> instant.toEpochMilli();
            case Duration duration -> duration.toMillis();
            case LocalDate date -> date.toString();
            default -> value;
        };
    }

    /** The collection in parts that fit one statement. */
    static <T> List<List<T>> parts(Collection<T> all) {
        var list = List.copyOf(all);
        return IntStream.range(0, (list.size() + PART - 1) / PART)
                .mapToObj(i -> list.subList(i * PART, Math.min(list.size(), (i + 1) * PART)))
                .toList();
    }
}
