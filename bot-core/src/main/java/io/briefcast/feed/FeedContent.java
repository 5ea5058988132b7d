package io.briefcast.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the text of a tag in the forms that Atom knows: plain, HTML, tags of XHTML, and packed as Base64. */
final class FeedContent {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private FeedContent() {}

    /** HTML. */
    static String markup(FeedNode tag) {
        String markup = tag.markup();
        return isPacked(tag) ? unpacked(markup) : markup;
    }

    /** By Atom 0.3 it says so; by RFC 4287 section 4.1.3.3 it is packed when its type is one that is not text. */
    private static boolean isPacked(FeedNode tag) {
        String type = tag.attribute("type").toLowerCase(Locale.ROOT);
        boolean isText = type.indexOf('/') < 0
                || type.startsWith("text/")
                || type.endsWith("xml")
                || type.startsWith("message/")
                || type.startsWith("application/json");
        return tag.attribute("mode").equalsIgnoreCase("base64")
                || (!isText && tag.attribute("src").isEmpty());
    }

    private static String unpacked(String packed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(BLANKS.matcher(packed).replaceAll(""));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return packed;
        }
    }
}
