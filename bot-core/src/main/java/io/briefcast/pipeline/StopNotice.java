package io.briefcast.pipeline;

import io.briefcast.command.TryAgain;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.podcast.Followed;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.StoppedFeeds.Stopped;
import java.util.ArrayList;
import java.util.List;

/** What a brief says, once, of shows that are not read any more. */
final class StopNotice {
    /** Whoever follows more that stopped at once looks at the status. */
    private static final int MOST = 5;

    private StopNotice() {}

    /** Those that the audience would hear of. */
    static List<Stopped> of(List<Stopped> untold, Interests interests, Followed followed) {
        return untold.stream()
                .filter(it -> followed.has(it.show().id()))
                .filter(it -> interests.shows().isEmpty()
                        || interests.shows().contains(it.show().id()))
                .filter(it ->
                        !interests.muted(Mute.Kind.SHOW).contains(it.show().id()))
                .toList();
    }

    static Message under(Message message, List<Stopped> news) {
        if (news.isEmpty()) {
            return message;
        }
        List<Block> blocks = new ArrayList<>(message.blocks());
        news.stream().limit(MOST).forEach(it -> blocks.add(new Block.Footnote(words(it))));
        if (news.size() > MOST) {
            blocks.add(new Block.Footnote("%d more shows are not read any more; /briefcast status names them."
                    .formatted(news.size() - MOST)));
        }
        blocks.add(new Block.Buttons(
                TryAgain.buttons(news.stream().map(Stopped::show).toList())));
        return new Message(message.title(), blocks);
    }

    private static String words(Stopped stopped) {
        return "%s is not read any more. %s".formatted(stopped.show().title(), stopped.trouble());
    }
}
