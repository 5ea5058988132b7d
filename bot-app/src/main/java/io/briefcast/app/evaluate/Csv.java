package io.briefcast.app.evaluate;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Comma-separated tables with a line of names. */
final class Csv {
    private static final CsvMapper MAPPER = new CsvMapper();

    private Csv() {}

    static List<Map<String, String>> rows(String text) {
        try (MappingIterator<Map<String, String>> rows = MAPPER.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text)) {
            return rows.readAll();
        }
    }
}
