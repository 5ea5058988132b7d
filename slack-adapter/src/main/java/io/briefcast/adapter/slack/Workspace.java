package io.briefcast.adapter.slack;

import io.briefcast.Secret;
import java.util.Optional;

/**
 * A workspace in which Briefcast is installed.
 *
 * @param team id of the workspace
 * @param token the bot's token there
 * @param botUser the bot's own user id, once it is known
 */
record Workspace(String team, Secret token, Optional<String> botUser) {}
