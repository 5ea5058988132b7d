package io.briefcast.adapter.slack;

import com.slack.api.model.Message;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.block.LayoutBlock;
import io.briefcast.delivery.DeliveryKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a post is recognised as the delivery of a key. */
final class SlackMark {
    private static final String PREFIX = "briefcast:";
    private static final String EVENT = "briefcast_delivery";
    private static final String KEY = "key";

    private SlackMark() {}

    /** Id of the first block. */
    static String block(DeliveryKey key) {
        return PREFIX + key.token();
    }

    /** Whether a block's id is such an id. */
    static boolean isMarker(String blockId) {
        return blockId.startsWith(PREFIX);
    }

    static Metadata metadata(DeliveryKey key) {
        return Metadata.builder()
                .eventType(EVENT)
                .eventPayload(Map.of(KEY, key.token()))
                .build();
    }

    /** Whether the message carries this key, in either place. */
    static boolean isOn(Message message, DeliveryKey key) {
        return inMetadata(message.getMetadata(), key) || inBlocks(message.getBlocks(), key);
    }

    private static boolean inMetadata(@Nullable Metadata metadata, DeliveryKey key) {
        return metadata != null
                && EVENT.equals(metadata.getEventType())
                && metadata.getEventPayload() != null
                && Objects.equals(metadata.getEventPayload().get(KEY), key.token());
    }

    private static boolean inBlocks(@Nullable List<LayoutBlock> blocks, DeliveryKey key) {
        return blocks != null && blocks.stream().anyMatch(block -> block(key).equals(block.getBlockId()));
    }
}
