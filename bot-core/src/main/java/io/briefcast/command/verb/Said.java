package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An answer put together from sentences; only for the person who asked, in that person's language. Sentences with
 * values take them like a {@link Phrase}.
 */
final class Said {
    private final Phrase title;
    private final List<Function<Locale, Block>> blocks = new ArrayList<>();

    private Said(Phrase title) {
        this.title = title;
    }

    /** Begins with a sentence that stands for the whole. */
    static Said sentence(String english, Object... values) {
        return sentence(Phrase.of(english, values));
    }

    /** Begins with a sentence that stands for the whole. */
    static Said sentence(Phrase sentence) {
        return new Said(sentence).and(sentence);
    }

    /** Begins with a heading. */
    static Said under(String english, Object... values) {
        Said said = new Said(Phrase.of(english, values));
        said.blocks.add(language -> new Block.Heading(said.title.in(language)));
        return said;
    }

    Said and(String english, Object... values) {
        return and(Phrase.of(english, values));
    }

    Said and(Phrase paragraph) {
        blocks.add(language -> new Block.Paragraph(paragraph.parts(language)));
        return this;
    }

    /** Lines under each other, phrases or what others said; nothing when there are none. */
    Said lines(List<?> lines) {
        if (!lines.isEmpty()) {
            and(Phrase.all(lines, "\n"));
        }
        return this;
    }

    Said note(String english, Object... values) {
        blocks.add(language -> new Block.Footnote(Phrase.of(english, values).in(language)));
        return this;
    }

    /** A block that is said already. */
    Said block(Block block) {
        blocks.add(language -> block);
        return this;
    }

    /** Buttons whose labels are words of ours. */
    Said buttons(Action... actions) {
        blocks.add(language -> new Block.Buttons(
                Stream.of(actions).map(action -> action.in(language)).toList()));
        return this;
    }

    /** For who asked. */
    Message message(Asker asker) {
        return message(asker.locale());
    }

    private Message message(Locale language) {
        return new Message(
                title.in(language),
                blocks.stream().map(block -> block.apply(language)).toList(),
                language);
    }

    Answer toAsker(Asker asker) {
        return Answer.toAsker(message(asker));
    }
}
