package io.briefcast.adapter.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must not be in our mrkdwn: mentions, links of others, bare entities, broken or doubled markup. */
final class MrkdwnRules {
    private static final Pattern ANGLE = Pattern.compile("<([^<>]*)>");
    private static final Pattern DATE =
            Pattern.compile("!date\\^\\d+\\^\\{date_(?:short_pretty}|short}, \\{time}|long} at \\{time})\\|[^|\n]+");
    private static final Pattern LINK = Pattern.compile("https?://[!-~&&[^|]]+\\|[^|\\n]+");

    private static final Pattern EMOJI = Pattern.compile(":[a-z_+-]{1,60}:");

    private MrkdwnRules() {}

    static List<String> faults(String mrkdwn) {
        List<String> faults = new ArrayList<>();
        Matcher angle = ANGLE.matcher(mrkdwn);
        while (angle.find()) {
            String inside = angle.group(1);
            if (!DATE.matcher(inside).matches() && !LINK.matcher(inside).matches()) {
                faults.add("not ours: <" + inside + ">");
            }
        }
        String rest = ANGLE.matcher(mrkdwn).replaceAll(" ").replaceAll("(?m)^>", "");
        if (rest.contains("<") || rest.contains(">")) {
            faults.add("unescaped angle bracket in " + rest);
        }
        if (rest.replaceAll("&(amp|lt|gt);", "").contains("&")) {
            faults.add("a bare or broken entity in " + rest);
        }
        if (EMOJI.matcher(rest).find()) {
            faults.add("an emoji in " + rest);
        }
        return faults;
    }
}
