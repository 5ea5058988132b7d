package io.briefcast.pipeline;

import io.briefcast.command.TryAgain;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
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
        news.stream()
                .limit(MOST)
                .forEach(it -> blocks.add(new Block.Footnote(words(it).in(message.language()))));
        if (news.size() > MOST) {
            Phrase more =
                    Phrase.of("%d more shows are not read any more; /briefcast status names them.", news.size() - MOST);
            blocks.add(new Block.Footnote(more.in(message.language())));
        }
        blocks.add(new Block.Buttons(
                TryAgain.buttons(news.stream().map(Stopped::show).toList(), message.language())));
        return message.with(blocks);
    }

    private static Phrase words(Stopped stopped) {
        return Phrase.of("%s is not read any more. %s", stopped.show().title(), Phrase.kept(stopped.trouble()));
    }
}
