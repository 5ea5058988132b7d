package io.briefcast.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** The bundled shows, read from the class path, in the order of their slugs. */
final class DemoShows {
    private static final String PATTERN = "classpath*:demo/*/show.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoShows() {}

    static List<DemoShow> read() throws IOException {
        List<DemoShow> shows = new ArrayList<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
            try (InputStream in = resource.getInputStream()) {
                shows.add(JSON.readValue(in, DemoShow.class));
            }
        }
        shows.sort(Comparator.comparing(DemoShow::slug));
        return List.copyOf(shows);
    }

    static boolean has(String slug) {
        return DemoShows.class.getResource("/demo/%s/show.json".formatted(slug)) != null;
    }
}
