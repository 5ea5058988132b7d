package io.briefcast.app.chat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulated chat in the browser.
 *
 * @param enabled whether the chat is there; its clock can be moved only while no other platform is connected
 */
@ConfigurationProperties(prefix = "briefcast.chat", ignoreUnknownFields = false)
public record ChatSettings(@DefaultValue("true") boolean enabled) {}
