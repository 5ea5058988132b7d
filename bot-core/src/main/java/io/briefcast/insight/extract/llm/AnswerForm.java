package io.briefcast.insight.extract.llm;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.briefcast.insight.Insight.Kind;
import java.util.Arrays;

/** The form of an answer, as a JSON schema: this and nothing else. */
final class AnswerForm {
    /** Part of what is remembered: another form makes other answers. */
    static final String VERSION = "form-2";

    private static final JsonObjectSchema QUOTE = JsonObjectSchema.builder()
            .addIntegerProperty("line_from", "number of the line where the quote begins")
            .addIntegerProperty("line_to", "number of the line where it ends")
            .addStringProperty("text", "the words of those lines, copied letter by letter")
            .required("line_from", "line_to", "text")
            .additionalProperties(false)
            .build();

    private static final JsonObjectSchema INSIGHT = JsonObjectSchema.builder()
            .addStringProperty("headline", "the claim in one sentence of at most 200 characters")
            .addStringProperty("explanation", "two or three sentences on why, from the lines alone")
            .addProperty(
                    "quotes",
                    JsonArraySchema.builder()
                            .description("one to three quotes that the headline rests on")
                            .items(QUOTE)
                            .build())
            .addProperty(
                    "terms",
                    JsonArraySchema.builder()
                            .description("up to five words of the lines that say what it is about")
                            .items(JsonStringSchema.builder().build())
                            .build())
            .addEnumProperty(
                    "kind", Arrays.stream(Kind.values()).map(Kind::word).toList(), "what sort of claim it is")
            .addNumberProperty("confidence", "how sure you are that a careful editor would print it, 0 to 1")
            .required("headline", "explanation", "quotes", "terms", "kind", "confidence")
            .additionalProperties(false)
            .build();

    static final ResponseFormat FORMAT = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder()
                    .name("insights")
                    .rootElement(JsonObjectSchema.builder()
                            .addProperty(
                                    "insights",
                                    JsonArraySchema.builder().items(INSIGHT).build())
                            .required("insights")
                            .additionalProperties(false)
                            .build())
                    .build())
            .build();

    private AnswerForm() {}
}
