package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.Question;
import io.briefcast.command.Questions;
import io.briefcast.message.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    /** Buttons to the pages before and after, where there are any. */
    void buttons(Said said, CommandRequest request, int page, int pages) {
        List<Action> others = new ArrayList<>();
        if (page > 0) {
            others.add(to(request, page - 1, "Previous"));
        }
        if (page < pages - 1) {
            others.add(to(request, page + 1, "More"));
        }
        if (!others.isEmpty()) {
            said.buttons(others.toArray(Action[]::new));
        }
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
