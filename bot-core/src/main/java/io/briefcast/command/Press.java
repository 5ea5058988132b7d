package io.briefcast.command;

import java.time.Instant;

/**
 * A button that somebody pressed.
 *
 * @param actionId id of the {@code Action}, such as {@code related:4f0c}; unchecked
 * @param messageId the platform's id of the message it stood under
 */
public record Press(Asker asker, Place place, String actionId, String messageId, Instant now) {}
