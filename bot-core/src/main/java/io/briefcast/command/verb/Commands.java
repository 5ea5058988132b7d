package io.briefcast.command.verb;

import io.briefcast.command.Button;
import io.briefcast.command.Command;
import io.briefcast.command.CommandCatalogue;
import java.util.ArrayList;
import java.util.List;

/** Everything people can ask and press, the same on every platform; a new command or button is one file and a line here. */
public final class Commands {
    private final List<Command> commands;
    private final List<Button> buttons;

    public Commands(Ports ports) {
        this.commands = withHelp(List.of(
                new BriefOfTheDay(ports),
                new TopicInsights(ports),
                new Subscribe(ports),
                Unsubscribe.forGood(ports),
                Unsubscribe.forNow(ports),
                new Resume(ports),
                new Holiday(ports),
                new Settings(ports),
                new TopicsList(ports),
                new TopicsFollow(ports),
                new TopicsUnfollow(ports),
                new TopicsMute(ports),
                new TopicsUnmute(ports),
                new ShowsList(ports),
                new ShowsAdd(ports),
                new ShowsBackfill(ports),
                new ShowsReread(ports),
                new ShowsRemove(ports),
                new ShowsImport(ports),
                new ShowsExport(ports),
                new Schedule(ports),
                new Unschedule(ports),
                new SavedList(ports),
                new Status(ports),
                new PrivacyExport(ports),
                new PrivacyDelete()));
        CommandCatalogue catalogue = new CommandCatalogue(commands);
        this.buttons = List.of(
                new VoteButton(true, ports),
                new VoteButton(false, ports),
                new SaveButton(ports),
                new UnsaveButton(ports),
                new RelatedButton(ports),
                new OpenButton(ports),
                new WhyButton(ports),
                new UndoButton(ports),
                AgainButton.forAsker(catalogue, ports),
                AgainButton.forEverybody(catalogue, ports),
                PauseButton.forNow(ports),
                PauseButton.forGood(ports),
                new HolidayButton(ports),
                new ResumeButton(ports),
                new SubscribeButton(ports),
                new RemoveButton(ports),
                new TryAgainButton(ports),
                new PauseOlderButton(ports),
                new EraseButton(ports));
    }

    private static List<Command> withHelp(List<Command> others) {
        List<Command> all = new ArrayList<>(others);
        all.add(new Help(others));
        return List.copyOf(all);
    }

    /** In the order in which help shows them. */
    public List<Command> commands() {
        return commands;
    }

    /** One for every verb. */
    public List<Button> buttons() {
        return buttons;
    }
}
