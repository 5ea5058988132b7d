package io.briefcast.insight.extract.llm;

import io.briefcast.insight.Insight.Kind;
import io.briefcast.insight.KindOfClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model offers, not yet checked.
 *
 * @param kind as the model says, or as the words of the headline do where it says none
 * @param confidence in [0, 1]
 */
record Proposal(
        String headline, String explanation, List<Cited> quotes, List<String> terms, Kind kind, double confidence) {
    /** The form allows six; more is more to check and nothing else. */
    private static final int MOST = 12;

    private static final int MOST_QUOTES = 3;
    private static final int MOST_TERMS = 5;
    private static final int LONGEST_ANSWER = 100_000;
    private static final JsonMapper JSON = new JsonMapper();

    Proposal {
        quotes = List.copyOf(quotes);
        terms = List.copyOf(terms);
    }

    /**
     * A quote as the model copied it.
     *
     * @param line where it says that it begins
     */
    record Cited(String text, int line) {}

    /** Reads an answer; empty when it is not of the form at all. What is missing in one insight costs that insight. */
    static Optional<List<Proposal>> read(String answer) {
        if (answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            JsonNode insights = JSON.readTree(unfenced(answer)).path("insights");
            if (!insights.isArray()) {
                return Optional.empty();
            }
            return Optional.of(nodes(insights).stream()
                    .limit(MOST)
                    .flatMap(node -> one(node).stream())
                    .toList());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Some models put the object into a code fence, or think aloud before it. */
    static String unfenced(String answer) {
        int from = answer.indexOf('{');
        int to = answer.lastIndexOf('}');
        return from >= 0 && to > from ? answer.substring(from, to + 1) : answer;
    }

    private static Optional<Proposal> one(JsonNode node) {
        List<Cited> quotes = new ArrayList<>();
        for (JsonNode quote : nodes(node.path("quotes"))) {
            if (quote.path("text").isString() && quotes.size() < MOST_QUOTES) {
                quotes.add(new Cited(
                        text(quote.path("text")), quote.path("line_from").asInt(-1)));
            }
        }
        if (!node.path("headline").isString() || quotes.isEmpty()) {
            return Optional.empty();
        }
        List<String> terms = nodes(node.path("terms")).stream()
                .filter(JsonNode::isString)
                .map(Proposal::text)
                .limit(MOST_TERMS)
                .toList();
        String headline = text(node.path("headline"));
        return Optional.of(new Proposal(
                headline,
                text(node.path("explanation")),
                quotes,
                terms,
                Kind.of(node.path("kind").asString("")).orElseGet(() -> KindOfClaim.of(headline)),
                Math.clamp(node.path("confidence").asDouble(0), 0, 1)));
    }

    private static List<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String text(JsonNode node) {
        return PlainText.clean(Prompt.unmarked(node.asString("")));
    }
}
