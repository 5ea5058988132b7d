package io.briefcast.feed;

import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Chapters;
import io.briefcast.podcast.Episode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chapters that publishers give: in a file that the feed names (JSON Chapters of Podcasting 2.0), else in the feed
 * itself, else as times in the show notes. A file that cannot be had costs nothing but the chapters in it.
 */
public final class PublishedChapters implements Chapters {
    /** A thousand chapters with pictures are less. */
    private static final long MAX_BYTES = 1024 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpFetcher fetcher;

    public PublishedChapters(HttpFetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public List<Chapter> of(Episode episode) {
        List<Chapter> file = episode.chapters().map(this::fetched).orElse(List.of());
        if (!file.isEmpty()) {
            return file;
        }
        return episode.outline().isEmpty() ? NoteTimes.chapters(episode.notes()) : episode.outline();
    }

    private List<Chapter> fetched(URI file) {
        return fetcher.fetch(FetchRequest.of(file.toString(), MAX_BYTES)) instanceof Fetched.Body body
                ? read(body.bytes())
                : List.of();
    }

    /**
     * The chapters in a JSON file, those that are no part of the table of contents left out; after <a
     * href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md">its
     * description</a>.
     */
    static List<Chapter> read(byte[] file) {
        List<Chapter> chapters = new ArrayList<>();
        try {
            for (JsonNode chapter : JSON.readTree(file).path("chapters")) {
                if (chapter.path("toc").asBoolean(true)) {
                    ChapterLists.moment(chapter.path("startTime").asString(""))
                            .ifPresent(start -> chapters.add(new Chapter(
                                    start,
                                    FeedMarkup.title(chapter.path("title").asString("")))));
                }
            }
        } catch (JacksonException e) {
            return List.of();
        }
        return ChapterLists.tidy(chapters);
    }
}
