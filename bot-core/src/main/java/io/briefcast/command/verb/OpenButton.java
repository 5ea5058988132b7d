package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.insight.Insight;
import io.briefcast.message.Block;
import java.util.List;
import java.util.Optional;

/** Shows one insight that was picked from a list. */
final class OpenButton implements Button {
    private final Cards cards;

    OpenButton(Ports ports) {
        this.cards = new Cards(ports);
    }

    @Override
    public String verb() {
        return "open";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Insight insight = cards.insight(argument, press.asker());
        Said said = Said.under(insight.headline());
        cards.card(insight, 0, List.of(), press.asker())
                .ifPresentOrElse(
                        said::block,
                        () -> said.block(new Block.Quotation(
                                insight.quote().text(),
                                cards.source(insight).in(press.asker().locale()),
                                Optional.empty())));
        return said.toAsker(press.asker());
    }
}
