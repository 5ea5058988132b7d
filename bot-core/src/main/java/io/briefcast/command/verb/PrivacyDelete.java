package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.message.Action;
import java.util.List;

/** {@code /briefcast privacy delete}: asks whether everything about a person is really to be erased. */
final class PrivacyDelete implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast privacy delete",
            "Erase everything that is stored about you and stop your briefs",
            List.of(),
            "/briefcast privacy delete",
            false);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) {
        return Said.sentence("Erase everything that is stored about you?")
                .and(
                        "What you follow, mute and saved, your votes and your past briefs are erased, and no direct message "
                                + "comes any more. Posts that you set up for channels go on, without your name.")
                .buttons(Action.press("erase:" + request.asker().id(), "Erase everything"))
                .note("/briefcast privacy export gives you a copy first.")
                .toAsker(request.asker());
    }
}
