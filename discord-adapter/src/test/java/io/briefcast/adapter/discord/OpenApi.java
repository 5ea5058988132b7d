package io.briefcast.adapter.discord;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.briefcast.adapter.discord.FakeDiscord.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord's own description of its requests, in the form of OpenAPI 3.1. */
final class OpenApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** JDA waits for the answer to an edit by name, which Discord does always. */
    private static final String MEANINGLESS = "wait";

    private final JsonNode description;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApi(JsonNode description) {
        this.description = description;
    }

    /** The file that the environment variable DISCORD_OPENAPI names; empty where there is none. */
    static Optional<OpenApi> ofDiscord() {
        return Discord.DESCRIPTION;
    }

    /** Read once, when somebody asks for it first. */
    private static final class Discord {
        static final Optional<OpenApi> DESCRIPTION = Optional.ofNullable(System.getenv("DISCORD_OPENAPI"))
                .map(Path::of)
                .filter(Files::isReadable)
                .map(OpenApi::read);
    }

    static OpenApi read(Path file) {
        JsonNode description = JSON.readTree(file.toFile());
        oneType(description);
        return new OpenApi(description);
    }

    /** The validator reads no limits of numbers that may be null: the null is split off. */
    private static void oneType(JsonNode node) {
        node.forEach(OpenApi::oneType);
        if (node instanceof ObjectNode schema
                && schema.path("type").isArray()
                && (schema.has("minimum") || schema.has("maximum"))) {
            ObjectNode number =
                    schema.deepCopy().set("type", schema.path("type").get(0));
            schema.removeAll();
            schema.putArray("anyOf").add(number).addObject().put("type", "null");
        }
    }

    /** Throws where one of these requests is not as it is described, and says which and why. */
    void require(List<Call> calls) {
        List<String> faults = calls.stream()
                .flatMap(call -> faults(call).stream()
                        .map(fault -> "%s %s %s: %s".formatted(call.method(), call.path(), call.body(), fault)))
                .toList();
        if (!faults.isEmpty()) {
            throw new AssertionError("Discord describes other requests than these: " + String.join("\n", faults));
        }
    }

    /** What is wrong with a request; names the request when it is not described at all. */
    List<String> faults(Call call) {
        Optional<String> path = path(call.path());
        JsonNode operation =
                path.map(template -> operation(template, call.method())).orElse(JSON.missingNode());
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        if (operation.isMissingNode() || body.isMissingNode() != call.body().isEmpty()) {
            return List.of("%s %s is not described".formatted(call.method(), call.path()));
        }
        List<String> faults = new ArrayList<>(queryFaults(operation, call.query()));
        if (!body.isMissingNode()) {
            faults.addAll(faults(body, call.method() + path.orElseThrow(), normal(JSON.readTree(call.body()))));
        }
        return faults;
    }

    private List<String> faults(JsonNode content, String name, JsonNode value) {
        return schemas.computeIfAbsent(name, ignored -> schema(content)).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** Every parameter is one of those that are described; a value may be a number, a truth or a text. */
    private List<String> queryFaults(JsonNode operation, String query) {
        return Stream.of(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .flatMap(pair -> parameterFaults(operation, pair[0], pair[1]).stream())
                .toList();
    }

    private List<String> parameterFaults(JsonNode operation, String name, String value) {
        JsonNode schema = operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("query")
                        && parameter.path("name").asString("").equals(name))
                .map(parameter -> parameter.path("schema"))
                .findFirst()
                .orElse(JSON.missingNode());
        if (schema.isMissingNode()) {
            return name.equals(MEANINGLESS) ? List.of() : List.of("no such parameter: " + name);
        }
        String key = name + " " + schema;
        List<String> asText = faults(schema, key, JSON.valueToTree(value));
        boolean fits = asText.isEmpty()
                || (value.matches("true|false|-?\\d{1,18}")
                        && faults(schema, key, JSON.readTree(value)).isEmpty());
        return fits ? List.of() : asText;
    }

    private JsonNode operation(String template, String method) {
        return description.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    /** The template of a path; the one with the fewest parameters is meant. */
    private Optional<String> path(String path) {
        return description.path("paths").propertyNames().stream()
                .filter(template -> fits(template.split("/", -1), path.split("/", -1)))
                .min(Comparator.comparingLong(template ->
                        template.chars().filter(letter -> letter == '{').count()));
    }

    private static boolean fits(String[] template, String[] path) {
        return template.length == path.length
                && IntStream.range(0, path.length)
                        .allMatch(i -> template[i].startsWith("{") || template[i].equals(path[i]));
    }

    /** References point into the components, so they come along. */
    private Schema schema(JsonNode content) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("allOf").add(content);
        root.set("components", description.path("components"));
        return REGISTRY.getSchema(root);
    }

    /** JDA writes some numbers as texts, which Discord takes for the same. */
    private static JsonNode normal(JsonNode body) {
        for (JsonNode command : body.isArray() ? body : JSON.createArrayNode()) {
            for (String name : List.of("contexts", "integration_types")) {
                ArrayNode numbers = JSON.createArrayNode();
                command.path(name).forEach(number -> numbers.add(number.asInt()));
                ((ObjectNode) command).set(name, numbers);
            }
        }
        return body;
    }
}
