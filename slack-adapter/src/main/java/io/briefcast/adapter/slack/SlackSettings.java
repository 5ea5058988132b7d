package io.briefcast.adapter.slack;

import io.briefcast.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Briefcast talks to Slack. The tokens come from the app's page at https://api.slack.com/apps.
 *
 * @param botToken token of the bot ("Bot User OAuth Token", begins with {@code xoxb-}), for one workspace; setting it
 *     switches Slack on
 * @param appToken token of the app ("App-Level Token" with the scope {@code connections:write}, begins with {@code
 *     xapp-}): Slack is reached from our side, and no public address is needed
 * @param signingSecret the app's "Signing Secret": Slack calls {@code /slack/events} at the public address; not together
 *     with the app's token
 * @param clientId the app's "Client ID", for many workspaces, which install the app at {@code /slack/install}; instead of
 *     the bot's token, and with the client's and the signing secret
 * @param clientSecret the app's "Client Secret"
 * @param keyset keys that encrypt the tokens of workspaces in the store, in the JSON format of Tink; none means the file
 *     {@code slack-keyset.json} in the data folder, which is made when it is not there
 * @param admins ids of people who may change every channel's schedule and the shows, besides workspace admins; whoever
 *     made a channel may change its schedule; such as {@code U0123ABCD}
 * @param apiUrl address of Slack's Web API; another one than Slack's own is for tests and proxies
 */
@ConfigurationProperties(prefix = "briefcast.slack", ignoreUnknownFields = false)
public record SlackSettings(
        Optional<Secret> botToken,
        Optional<Secret> appToken,
        Optional<Secret> signingSecret,
        Optional<String> clientId,
        Optional<Secret> clientSecret,
        Optional<Secret> keyset,
        @DefaultValue Set<String> admins,
        @DefaultValue("https://slack.com/api/") URI apiUrl) {
    /** Beginnings of tokens, by https://docs.slack.dev/authentication/tokens; one that rotates ends after twelve hours. */
    private static final List<String> KINDS = List.of("xoxb-", "xapp-", "xoxp-", "xoxe.xoxb-", "xoxe.xoxp-", "xoxe-");

    public SlackSettings {
        admins = Set.copyOf(admins);
        requireKind("briefcast.slack.bot-token", botToken, "xoxb-", "the \"Bot User OAuth Token\"");
        requireKind("briefcast.slack.app-token", appToken, "xapp-", "the \"App-Level Token\"");
        if (appToken.isPresent() && signingSecret.isPresent()) {
            throw new IllegalArgumentException("briefcast.slack.app-token and briefcast.slack.signing-secret are both"
                    + " set; allowed is one of them: Slack either is reached from here or calls us");
        }
        if (botToken.isPresent() && appToken.isEmpty() && signingSecret.isEmpty()) {
            throw new IllegalArgumentException("briefcast.slack.bot-token is set without a way to connect; allowed is"
                    + " briefcast.slack.app-token (no public address needed) or briefcast.slack.signing-secret");
        }
        if (clientId.isPresent() && (clientSecret.isEmpty() || signingSecret.isEmpty() || botToken.isPresent())) {
            throw new IllegalArgumentException("briefcast.slack.client-id is for many workspaces; allowed is it with"
                    + " briefcast.slack.client-secret and briefcast.slack.signing-secret, and without"
                    + " briefcast.slack.bot-token");
        }
        if (!apiUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "briefcast.slack.api-url is %s; allowed is an address that ends with a slash".formatted(apiUrl));
        }
    }

    /** Tokens are taken for one another easily; of a wrong one only the kind is said. */
    private static void requireKind(String key, Optional<Secret> token, String begin, String name) {
        String given = token.map(Secret::reveal).orElse(begin);
        if (!given.startsWith(begin) || given.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "%s %s; allowed is %s of the app's page, which begins with %s and has no blanks"
                            .formatted(key, kind(given), name, begin));
        }
    }

    private static String kind(String given) {
        return KINDS.stream()
                .filter(given::startsWith)
                .findFirst()
                .map(kind -> "is a token that begins with " + kind)
                .orElse("is no token of Slack");
    }
}
