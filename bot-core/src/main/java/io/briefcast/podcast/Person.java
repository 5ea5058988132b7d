package io.briefcast.podcast;

/**
 * Somebody named by a feed.
 *
 * @param name as the publisher writes it
 * @param role lower case, such as {@code host} or {@code guest}; {@code host} where the feed gives none
 */
public record Person(String name, String role) {}
