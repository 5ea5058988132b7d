package io.briefcast.delivery;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;
import static com.fasterxml.jackson.annotation.JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import io.briefcast.message.Block;
import io.briefcast.message.Inline;
import io.briefcast.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** A message as JSON and back. Every block names its variant in {@code type}: {@code heading}, {@code insightcard}. */
public final class MessageJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Block.class, Tagged.class)
            // Lists that messages got later are not in those that were written before.
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .registerSubtypes(Arrays.stream(Block.class.getPermittedSubclasses())
                    .map(variant ->
                            new NamedType(variant, variant.getSimpleName().toLowerCase(Locale.ROOT)))
                    .toArray(NamedType[]::new))
            .addMixIn(Block.Paragraph.class, InText.class)
            .addMixIn(Inline.class, Piece.class)
            .addMixIn(Inline.Moment.class, Whole.class)
            .addMixIn(Inline.Words.class, Plain.class)
            // Messages of older versions name no language and are in English.
            .withConfigOverride(
                    Locale.class, locale -> locale.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private MessageJson() {}

    /** One line of JSON. */
    public static String write(Message message) {
        return JSON.writeValueAsString(message);
    }

    /** Reads what {@link #write} wrote. */
    public static Message read(String json) {
        return JSON.readValue(json, Message.class);
    }

    /** Stands for annotations on {@link Block}, which knows no JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Tagged {}

    /** Running text without moments is a string, as it is in messages that were stored before there were any. */
    private interface InText {
        @JsonProperty("text")
        @JsonFormat(with = {ACCEPT_SINGLE_VALUE_AS_ARRAY, WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED})
        List<Inline> parts();
    }

    @JsonDeserialize(using = PieceReader.class)
    private interface Piece {}

    /** Read as itself, not as {@link Piece}. */
    @JsonDeserialize(using = ValueDeserializer.None.class)
    private interface Whole {}

    private interface Plain {
        @JsonValue
        String text();
    }

    /** Words are a string, a moment is an object. */
    private static final class PieceReader extends ValueDeserializer<Inline> {
        @Override
        public Inline deserialize(JsonParser json, DeserializationContext context) {
            return json.hasToken(JsonToken.VALUE_STRING)
                    ? new Inline.Words(json.getString())
                    : context.readValue(json, Inline.Moment.class);
        }
    }
}
