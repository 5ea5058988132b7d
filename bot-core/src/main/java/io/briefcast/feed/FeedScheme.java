package io.briefcast.feed;

import java.util.regex.Pattern;

/** Schemes that browsers and apps once gave to feeds: {@code feed:https://…}, {@code itpc://…}, {@code pcast://…}. */
public final class FeedScheme {
    private static final Pattern BEFORE_WEB =
            Pattern.compile("^(?:feed|itpc|pcast):(?://)?(?=https?:)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTEAD_OF_WEB = Pattern.compile("^(?:feed|itpc|pcast)://", Pattern.CASE_INSENSITIVE);

    private FeedScheme() {}

    /** The same address under the web's scheme; anything else comes back as it is. */
    public static String web(String address) {
        String bare = BEFORE_WEB.matcher(address).replaceFirst("");
        return INSTEAD_OF_WEB.matcher(bare).replaceFirst("https://");
    }
}
