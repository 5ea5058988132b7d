package io.briefcast.feed;

import io.briefcast.feed.ShowDirectory.Answer;
import io.briefcast.feed.ShowDirectory.Listed;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a directory that answers in JSON, and takes the shows out of what it says.
 *
 * @param list names under which the shows stand, one show or a list of them
 */
record DirectoryAnswer(List<String> list, String title, String author, String feed) {
    /** A page of results with descriptions has 200 kB. */
    static final long MAX_BYTES = 2L * 1024 * 1024;

    Answer ask(HttpFetcher fetcher, FetchRequest request, String directory) {
        return switch (fetcher.fetch(request)) {
            case Fetched.Body body -> read(body.bytes(), directory);
            case Fetched.NotModified same -> unintelligible(directory);
            case Fetched.Throttled busy ->
                new Answer.Unavailable("%s is busy; try again in a minute.".formatted(directory));
            case Fetched.Refused refused -> new Answer.Unavailable(refused.sentence());
        };
    }

    private Answer read(byte[] json, String directory) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            return root.isObject()
                    ? new Answer.Found(entries(root)
                            .map(this::listed)
                            .flatMap(Optional::stream)
                            .toList())
                    : unintelligible(directory);
        } catch (JacksonException e) {
            return unintelligible(directory);
        }
    }

    private static Answer unintelligible(String directory) {
        return new Answer.Unavailable("%s answers in a way that is not understood; try later.".formatted(directory));
    }

    private Stream<JsonNode> entries(JsonNode root) {
        return list.stream()
                .map(root::path)
                .flatMap(node -> node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node))
                .filter(JsonNode::isObject);
    }

    /** Shows that only one app plays are listed without a feed. */
    private Optional<Listed> listed(JsonNode show) {
        return FeedLinks.resolve(Optional.empty(), text(show, feed))
                .map(address -> new Listed(named(show, address.toString()), text(show, author), address));
    }

    private String named(JsonNode show, String otherwise) {
        String name = FeedMarkup.title(text(show, title));
        return name.isEmpty() ? otherwise : name;
    }

    private static String text(JsonNode show, String field) {
        return show.path(field).asString("");
    }
}
