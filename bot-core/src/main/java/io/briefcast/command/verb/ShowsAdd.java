package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Question;
import io.briefcast.command.Questions;
import io.briefcast.command.Right;
import io.briefcast.command.ShowDesk;
import io.briefcast.command.TryAgain;
import io.briefcast.feed.ShowDirectory.Listed;
import io.briefcast.feed.ShowFinder.Found;
import io.briefcast.feed.ShowPreview;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Ids;
import io.briefcast.podcast.Shows;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /briefcast shows add}: follows a show, for everybody in the workspace; found by address, page, Apple link or name. */
final class ShowsAdd implements Command {
    private static final String SHOW = "show";
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows add",
            "Follow a show by its name or address",
            List.of(Option.required(SHOW, "Name of the show, or address of its feed or page", Kind.NEW_SHOW)),
            "/briefcast shows add https://example.org/feed.xml",
            Right.WORKSPACE);

    /** More buttons than this are not read. */
    private static final int MOST_CHOICES = 5;

    private static final int LABEL = 60;

    private final ShowDesk desk;
    private final Questions questions;
    private final Shows shows;

    ShowsAdd(Ports ports) {
        this.desk = ports.showDesk();
        this.questions = ports.questions();
        this.shows = ports.shows();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        String typed = request.option(SHOW).orElse("");
        Found found = FeedAddress.isMeant(typed)
                ? desk.at(FeedAddress.read(typed, SPEC.example()))
                : desk.named(new Given(request, SPEC.example()).topic(typed));
        return said(found, typed, request).toAsker(request.asker());
    }

    private Said said(Found found, String typed, CommandRequest request) throws InvalidCommand {
        return switch (found) {
            case Found.One one -> follow(one.show(), request.asker());
            case Found.Unread unread -> follow(unread, request.asker());
            case Found.Several several -> ask(several.shows());
            case Found.Nothing nothing ->
                throw new InvalidCommand(
                        Phrase.of("'%s' leads to no show.", InvalidCommand.echo(typed)),
                        Phrase.kept(nothing.sentence()),
                        SPEC.example());
        };
    }

    private Said follow(ShowPreview show, Asker asker) {
        if (!desk.follow(asker.home(), show.feed())) {
            return already(show.feed(), show.title());
        }
        return Said.sentence("Following %s from now on; it is read in a moment.", show.title())
                .lines(AtAGlance.lines(show, asker.zone()))
                .note("/briefcast status says how that goes.");
    }

    private Said follow(Found.Unread show, Asker asker) {
        URI feed = show.feed();
        return desk.follow(asker.home(), feed)
                ? Said.sentence("Following %s from now on, but it cannot be read just now.", feed)
                        .and("%s It is tried again until it can.", Phrase.kept(show.sentence()))
                        .note("/briefcast status says how that goes.")
                : already(feed, feed.toString());
    }

    /** Whoever adds a show whose feed stopped wants it to be asked again. */
    private Said already(URI feed, String title) {
        Said said = Said.sentence("%s is followed already.", title);
        shows.find(Ids.show(feed))
                .filter(show -> shows.state(show.id()).isStopped())
                .ifPresent(show -> said.and(
                                "Its feed is not asked any more. %s",
                                Phrase.kept(shows.state(show.id()).trouble().orElse("")))
                        .buttons(TryAgain.buttons(List.of(show), Locale.ENGLISH).toArray(Action[]::new)));
        return said;
    }

    private Said ask(List<Listed> found) {
        List<Listed> offered = found.stream().limit(MOST_CHOICES).toList();
        Said said = Said.sentence("Which one is it?")
                .lines(offered.stream().map(ShowsAdd::line).toList());
        if (found.size() > offered.size()) {
            said.note(
                    "There are %d more; a longer name or the show's address finds them.",
                    found.size() - offered.size());
        }
        return said.block(new Block.Buttons(offered.stream().map(this::choice).toList()));
    }

    private static Phrase line(Listed show) {
        String title = Words.cut(show.title(), LABEL);
        String host = String.valueOf(show.feed().getHost());
        return show.author().isEmpty()
                ? Phrase.of("%s (%s)", title, host)
                : Phrase.of("%s by %s (%s)", title, Words.cut(show.author(), LABEL), host);
    }

    private Action choice(Listed show) {
        Question question = new Question(SPEC.path(), Map.of(SHOW, show.feed().toString()));
        questions.remember(question);
        return Action.press("page:" + question.id(), Words.cut(show.title(), LABEL));
    }
}
