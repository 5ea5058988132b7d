package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.Question;
import io.briefcast.message.Phrase;
import java.util.List;
import java.util.Map;

/** {@code /briefcast privacy export}: everything that is stored about who asks. */
final class PrivacyExport implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast privacy export",
            "Everything that is stored about you",
            List.of(),
            "/briefcast privacy export",
            false);

    private final PersonalData data;
    private final Document document;

    PrivacyExport(Ports ports) {
        this.data = new PersonalData(ports);
        this.document = new Document(ports.questions());
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) {
        return Answer.toAsker(document.part(
                request,
                Phrase.of("What is stored about you (JSON)"),
                data.json(request.asker()),
                new Question(SPEC.path(), Map.of())));
    }
}
