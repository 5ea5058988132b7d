package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.Press;
import io.briefcast.subscription.SavedInsights;
import java.util.Map;

/** Lets a saved insight go, also one that is gone itself. */
final class UnsaveButton implements Button {
    private final SavedInsights saved;

    UnsaveButton(Ports ports) {
        this.saved = ports.saved();
    }

    @Override
    public String verb() {
        return "unsave";
    }

    @Override
    public Answer press(Press press, String argument) {
        boolean dropped = saved.drop(press.asker().id(), argument);
        return Said.sentence(dropped ? "It is no longer saved." : "It was removed before.")
                .note("/briefcast saved lists what you keep.")
                .toAsker(press.asker())
                .labelled(Map.of(press.actionId(), "Removed"));
    }
}
