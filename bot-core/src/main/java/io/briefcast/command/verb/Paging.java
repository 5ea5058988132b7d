package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.Question;
import io.briefcast.command.Questions;
import io.briefcast.message.Action;
import java.util.HashMap;
import java.util.Map;

/** Pages of an answer, to go on and back in with buttons. */
final class Paging {
    private static final String PAGE = "page";

    private final Questions questions;

    Paging(Questions questions) {
        this.questions = questions;
    }

    /** The page that is asked for, from 0 to {@code last}; anything else than a number means the first. */
    static int page(CommandRequest request, int last) {
        return request.option(PAGE)
                .filter(page -> page.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .map(page -> Math.min(page, last))
                .orElse(0);
    }

    /** A button that asks the same again for another page. */
    Action to(CommandRequest request, int page, String label) {
        Map<String, String> options = new HashMap<>(request.options());
        options.put(PAGE, Integer.toString(page));
        Question question = new Question(request.path(), options);
        questions.remember(question);
        return Action.press("page:" + question.id(), label);
    }
}
