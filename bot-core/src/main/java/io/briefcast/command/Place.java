package io.briefcast.command;

/**
 * Where something is asked, and where a public answer would go.
 *
 * @param address channel or direct conversation in the platform's own words
 * @param name as people call it, such as {@code #insights}
 * @param direct whether it is a direct conversation with the bot
 */
public record Place(String address, String name, boolean direct) {}
