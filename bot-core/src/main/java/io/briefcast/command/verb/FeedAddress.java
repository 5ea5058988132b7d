package io.briefcast.command.verb;

import io.briefcast.command.InvalidCommand;
import io.briefcast.feed.FeedScheme;
import io.briefcast.message.Phrase;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the address of a feed as people paste it; whether it may be asked is checked when it is. */
final class FeedAddress {
    private static final int MAX_LENGTH = 2_000;

    /** As people type addresses: without a scheme. */
    private static final Pattern BARE =
            Pattern.compile("(?:[\\p{Alnum}-]{1,63}\\.){1,8}\\p{Alpha}{2,24}(?:[:/?]\\S*)?");

    private FeedAddress() {}

    /** Whether this is meant as an address: {@code podnews.net/rss} is, {@code The Rack} is a name. */
    static boolean isMeant(String typed) {
        String text = unwrapped(typed.strip());
        return text.contains("://") || BARE.matcher(text).matches();
    }

    static URI read(String typed, String example) throws InvalidCommand {
        return uri(typed.strip())
                .orElseThrow(() -> new InvalidCommand(
                        Phrase.of("'%s' is no web address.", InvalidCommand.echo(typed)),
                        Phrase.of("Give the address of the show's feed, beginning with https:// or http://."),
                        example));
    }

    private static Optional<URI> uri(String typed) {
        String address = FeedScheme.web(unwrapped(typed));
        if (BARE.matcher(address).matches()) {
            address = "https://" + address;
        }
        if (address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            return Optional.of(uri).filter(good -> web && good.getHost() != null && good.getUserInfo() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Chats put angle brackets around addresses, with a label behind a bar. */
    private static String unwrapped(String typed) {
        return typed.startsWith("<") && typed.endsWith(">")
                ? typed.substring(1, typed.length() - 1).split("\\|", 2)[0]
                : typed;
    }
}
