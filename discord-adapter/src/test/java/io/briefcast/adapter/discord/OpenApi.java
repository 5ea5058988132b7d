package io.briefcast.adapter.discord;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.briefcast.adapter.discord.FakeDiscord.Call;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord's own description of its requests, in the form of OpenAPI 3.1. */
final class OpenApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode description;
    private final Map<String, Schema> schemas = new HashMap<>();

    private OpenApi(JsonNode description) {
        this.description = description;
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

    /** What is wrong with a request; names the request when it is not described at all. */
    List<String> faults(Call call) {
        Optional<String> path = path(call.path());
        JsonNode content = path.map(template -> operation(template, call.method()))
                .map(operation -> operation.at("/requestBody/content/application~1json/schema"))
                .orElse(JSON.missingNode());
        if (content.isMissingNode()) {
            return List.of("%s %s is not described".formatted(call.method(), call.path()));
        }
        Schema schema = schemas.computeIfAbsent(call.method() + path.orElseThrow(), key -> schema(content));
        return schema.validate(normal(JSON.readTree(call.body()))).stream()
                .map(Error::toString)
                .toList();
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
