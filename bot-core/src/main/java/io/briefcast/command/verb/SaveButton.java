package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.insight.Insight;
import io.briefcast.message.Action;
import io.briefcast.subscription.Audiences;
import io.briefcast.subscription.SavedInsight;
import io.briefcast.subscription.SavedInsights;
import java.util.Map;

/** Keeps an insight for the person. */
final class SaveButton implements Button {
    private final Cards cards;
    private final SavedInsights saved;
    private final Audiences audiences;

    SaveButton(Ports ports) {
        this.cards = new Cards(ports);
        this.saved = ports.saved();
        this.audiences = ports.audiences();
    }

    @Override
    public String verb() {
        return "save";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Insight insight = cards.insight(argument, press.asker());
        audiences.know(press.asker().home(), press.asker().id());
        boolean added = saved.save(new SavedInsight(press.asker().id(), insight.id(), insight.headline(), press.now()));
        return Said.sentence(added ? "Saved: %s" : "Saved before: %s", insight.headline())
                .buttons(Action.press("undo:save:" + insight.id(), "Undo"))
                .note("/briefcast saved lists what you keep.")
                .toAsker(press.asker())
                .labelled(Map.of(press.actionId(), "Saved"));
    }
}
