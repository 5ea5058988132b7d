package io.briefcast.delivery;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
}
