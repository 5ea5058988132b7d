package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.Question;
import io.briefcast.command.Questions;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A long text over several messages, with a button to the next part. */
final class Document {
    private static final String PART = "part";
    /** Platforms cut paragraphs at about 3,000 characters. */
    private static final int PARAGRAPH = 2_500;
    /** Platforms cut messages at about 12,000 characters. */
    private static final int PARAGRAPHS = 3;

    private final Questions questions;

    Document(Questions questions) {
        this.questions = questions;
    }

    /**
     * The part that is asked for, the first if none is; its title and its button are in the asker's language.
     *
     * @param question what gives the document, without its part
     */
    Message part(CommandRequest request, Phrase title, String text, Question question) {
        List<String> pieces = pieces(text);
        int parts = Math.max(1, (pieces.size() + PARAGRAPHS - 1) / PARAGRAPHS);
        int part = Math.min(number(request.option(PART).orElse("")), parts);
        List<Block> blocks = new ArrayList<>();
        Locale language = request.asker().locale();
        Phrase heading = parts == 1 ? title : Phrase.of("%s, part %d of %d", title, part, parts);
        blocks.add(new Block.Heading(heading.in(language)));
        pieces.subList((part - 1) * PARAGRAPHS, Math.min(part * PARAGRAPHS, pieces.size()))
                .forEach(piece -> blocks.add(new Block.Paragraph(piece)));
        if (part < parts) {
            blocks.add(new Block.Buttons(List.of(next(question, part + 1).in(language))));
        }
        return new Message(title.in(language), blocks, language);
    }

    /** From 1; the first for whatever is no such number. */
    private static int number(String typed) {
        return typed.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(typed)) : 1;
    }

    private Action next(Question question, int part) {
        Map<String, String> options = new HashMap<>(question.options());
        options.put(PART, Integer.toString(part));
        Question next = new Question(question.path(), options);
        questions.remember(next);
        return Action.press("page:" + next.id(), "Next part");
    }

    /** Pieces that end at line ends where there are some. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    private static int end(String text, int start) {
        int most = Math.min(text.length(), start + PARAGRAPH);
        if (most == text.length()) {
            return most;
        }
        int line = text.lastIndexOf('\n', most - 1) + 1;
        int end = line > start ? line : most;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
