package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.insight.Insight;
import io.briefcast.message.Action;
import io.briefcast.message.Phrase;
import io.briefcast.subscription.Audiences;
import io.briefcast.subscription.Vote;
import io.briefcast.subscription.Votes;
import java.util.Map;
import java.util.Optional;

/** More like this, or less: moves what the person's briefs lean to, at once and until taken back. */
final class VoteButton implements Button {
    private final boolean more;
    private final Cards cards;
    private final Votes votes;
    private final Audiences audiences;

    VoteButton(boolean more, Ports ports) {
        this.more = more;
        this.cards = new Cards(ports);
        this.votes = ports.votes();
        this.audiences = ports.audiences();
    }

    @Override
    public String verb() {
        return more ? "more" : "less";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Insight insight = cards.insight(argument, press.asker());
        audiences.know(press.asker().home(), press.asker().id());
        String person = press.asker().id();
        Optional<Vote> before = votes.find(person, insight.id());
        if (before.filter(vote -> vote.more() == more).isEmpty()) {
            votes.cast(new Vote(person, insight.id(), more, press.now()));
        }
        return Said.sentence(sentence(before, insight))
                .buttons(Action.press("undo:vote:" + insight.id(), "Undo"))
                .note("/briefcast topics list shows what was learned from you.")
                .toAsker(press.asker())
                .labelled(Map.of(
                        "more:" + insight.id(), more ? "You asked for more" : "More like this",
                        "less:" + insight.id(), more ? "Less like this" : "You asked for less"));
    }

    private Phrase sentence(Optional<Vote> before, Insight insight) {
        if (before.filter(vote -> vote.more() == more).isPresent()) {
            return Phrase.of(
                    more ? "You said so already: more like “%s”." : "You said so already: less like “%s”.",
                    insight.headline());
        }
        return Phrase.of(
                more
                        ? "Your briefs now lean towards this subject and %s, after “%s”."
                        : "Your briefs now lean away from this subject and %s, after “%s”.",
                cards.show(insight),
                insight.headline());
    }
}
