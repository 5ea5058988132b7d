package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Inline;
import io.briefcast.message.Message;
import java.util.ArrayList;
import java.util.List;

/** An answer put together from sentences; only for the person who asked. */
final class Said {
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    private Said(String title) {
        this.title = title;
    }

    /** Begins with a sentence that stands for the whole. */
    static Said sentence(String sentence) {
        return new Said(sentence).and(sentence);
    }

    /** Begins with a heading. */
    static Said under(String heading) {
        Said said = new Said(heading);
        said.blocks.add(new Block.Heading(heading));
        return said;
    }

    Said and(String paragraph) {
        blocks.add(new Block.Paragraph(paragraph));
        return this;
    }

    Said and(List<Inline> sentence) {
        blocks.add(new Block.Paragraph(sentence));
        return this;
    }

    /** Lines with moments in them under each other; nothing when there are none. */
    Said rows(List<List<Inline>> rows) {
        List<Inline> all = new ArrayList<>();
        rows.forEach(row -> {
            if (!all.isEmpty()) {
                all.add(new Inline.Words("\n"));
            }
            all.addAll(row);
        });
        return all.isEmpty() ? this : and(all);
    }

    /** Lines under each other; nothing when there are none. */
    Said lines(List<String> lines) {
        if (!lines.isEmpty()) {
            and(String.join("\n", lines));
        }
        return this;
    }

    Said note(String footnote) {
        blocks.add(new Block.Footnote(footnote));
        return this;
    }

    Said block(Block block) {
        blocks.add(block);
        return this;
    }

    Said buttons(Action... actions) {
        blocks.add(new Block.Buttons(List.of(actions)));
        return this;
    }

    Message message() {
        return new Message(title, blocks);
    }

    Answer toAsker() {
        return Answer.toAsker(message());
    }
}
