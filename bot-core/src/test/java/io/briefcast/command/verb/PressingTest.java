package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.briefcast.command.Answer;
import io.briefcast.command.Answer.Reach;
import io.briefcast.insight.Relations.Relation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PressingTest extends Dialogue {
    @BeforeEach
    void follow() {
        show("The Rack", "Rents fall", "Chips rise");
        show("Slow Money", "Banks wait");
    }

    @Test
    void moreMovesTheNextBriefAtOnceAndUndoMovesItBack() {
        String why = press(ADA, "why:" + id("Rents fall"));
        assertThat(why).contains("Why “Rents fall”").doesNotContain("taste");

        Answer more = pressed(ADA, CHANNEL, "more:" + id("Rents fall"));
        assertThat(more.reach()).isEqualTo(Reach.ASKER);
        assertThat(text(more)).contains("now lean towards this subject and The Rack");
        assertThat(press(ADA, "why:" + id("Rents fall")))
                .contains("you asked for more like this", "taste +", "source weight +");
        assertThat(press(BOB, "why:" + id("Rents fall"))).doesNotContain("taste");

        assertThat(press(ADA, button(more, "Undo"))).contains("no longer lean");
        assertThat(press(ADA, button(more, "Undo"))).contains("taken back before");
        assertThat(press(ADA, "why:" + id("Rents fall"))).isEqualTo(why);
    }

    @Test
    void theSamePressTwiceIsHarmlessAndTheOppositeReplacesIt() {
        press(ADA, "more:" + id("Rents fall"));
        assertThat(press(ADA, "more:" + id("Rents fall"))).contains("said so already");
        assertThat(press(ADA, "less:" + id("Rents fall"))).contains("lean away from");

        assertThat(say("/briefcast topics list"))
                .contains("0 times more, 1 times less", "The Rack: -0.5 of 1", "Less like: Rents fall");
    }

    @Test
    void savedInsightsAreListedExportedAndTakenBack() {
        assertThat(say("/briefcast saved")).contains("saved nothing yet");
        Answer saved = pressed(ADA, CHANNEL, "save:" + id("Rents fall"));
        assertThat(press(ADA, "save:" + id("Rents fall"))).contains("Saved before");

        assertThat(say("/briefcast saved")).contains("Saved: 1 insight", "[Rents fall]");
        assertThat(say("/briefcast saved as:markdown"))
                .contains("- **Rents fall**", "> Rents fall, um.", "Li Moss, The Rack, 2026-03-09, at 12:05");
        assertThat(say(BOB, CHANNEL, "/briefcast saved")).contains("saved nothing yet");

        press(ADA, button(saved, "Undo"));
        assertThat(say("/briefcast saved")).contains("saved nothing yet");
    }

    @Test
    void aPressedMessageShowsWhatWasChosen() {
        assertThat(pressed(ADA, DIRECT, "more:rents-fall").labels())
                .containsOnly(
                        entry("more:rents-fall", "You asked for more"), entry("less:rents-fall", "Less like this"));
        assertThat(pressed(ADA, DIRECT, "less:rents-fall").labels())
                .containsOnly(
                        entry("more:rents-fall", "More like this"), entry("less:rents-fall", "You asked for less"));
        Answer saved = pressed(ADA, DIRECT, "save:rents-fall");
        assertThat(saved.labels()).containsOnly(entry("save:rents-fall", "Saved"));

        assertThat(pressed(ADA, DIRECT, button(saved, "Undo")).reach()).isEqualTo(Reach.REPLACE);
    }

    @Test
    void savedInsightsComeFiveAtATimeAndAreLetGo() {
        show("Seven", "One", "Two", "Three", "Four", "Five", "Six", "Seven");
        for (String headline : List.of("One", "Two", "Three", "Four", "Five", "Six", "Seven")) {
            press(ADA, "save:" + id(headline));
            clock.set(clock.now().plusSeconds(1));
        }

        Answer first = answer(ADA, DIRECT, "/briefcast saved");
        assertThat(text(first))
                .contains("Saved: 7 insights, page 1 of 2", "[Seven]")
                .doesNotContain("[Two]");
        Answer second = pressed(ADA, DIRECT, button(first, "More"));
        assertThat(text(second)).contains("page 2 of 2", "[Two]", "[One]").doesNotContain("[Three]");
        assertThat(text(pressed(ADA, DIRECT, button(second, "Previous")))).isEqualTo(text(first));

        Answer removed = pressed(ADA, DIRECT, button(first, "Remove"));
        assertThat(text(removed)).contains("It is no longer saved.");
        assertThat(removed.labels()).containsOnly(entry("unsave:seven", "Removed"));
        assertThat(press(ADA, "unsave:seven")).contains("removed before");
        assertThat(say("/briefcast saved")).contains("Saved: 6 insights").doesNotContain("[Seven]");
    }

    @Test
    void relatedOnesAreFromOtherShowsAndOpen() {
        Answer related = pressed(ADA, CHANNEL, "related:" + id("Rents fall"));

        assertThat(text(related))
                .contains("Related to “Rents fall”", "Banks wait", "Li Moss, Slow Money", "Open one: Banks wait");
        assertThat(press(ADA, "open:" + id("Banks wait"))).contains("[Banks wait]");
    }

    @Test
    void theButtonsOfADeletedInsightSaySo() {
        for (String verb : new String[] {"more", "less", "save", "related", "why", "open"}) {
            assertThat(press(ADA, verb + ":deleted")).as(verb).contains("That insight is gone");
        }
        assertThat(press(ADA, "undo:vote:deleted")).contains("taken back before");
        assertThat(press(ADA, "undo")).contains("nothing behind this button");
        assertThat(press(ADA, "more")).contains("That insight is gone");
    }

    @Test
    void aSavedInsightKeepsItsHeadlineWhenItsShowIsRemoved() {
        press(ADA, "save:" + id("Rents fall"));
        Answer question = answer(ADA, CHANNEL, "/briefcast shows remove The Rack");
        assertThat(text(question)).contains("Stop following The Rack, for everybody?");

        assertThat(press(BOB, button(question, "Stop following"))).contains("Only people who manage");
        Answer removed = pressed(ADA, CHANNEL, button(question, "Stop following"));
        assertThat(text(removed)).contains("The Rack is not followed any more.");
        assertThat(removed.reach()).as("nothing is left to press").isEqualTo(Reach.REPLACE);
        assertThat(press(ADA, button(question, "Stop following"))).contains("not followed any more");

        assertThat(say("/briefcast saved")).contains("Rents fall").doesNotContain("[Rents fall]");
        assertThat(say("/briefcast saved as:markdown")).contains("- Rents fall");
    }

    @Test
    void relatedSaysHowOthersRelateAndPutsContradictionsFirst() {
        show("Fast Money", "Rents of machines fall before winter");
        show("Slow Money", "Rents of machines never fall before winter");
        show("Warm Money", "Rents of machines fall before spring");
        String warm = id("Rents of machines fall before spring");
        String slow = id("Rents of machines never fall before winter");
        relations = (claim, others) -> Map.of(warm, Relation.CONTRADICTS, slow, Relation.EXTENDS);

        assertThat(press(ADA, "related:" + id("Rents of machines fall before winter")))
                .containsSubsequence(
                        "Rents of machines fall before spring",
                        "Li Moss, Warm Money; contradicts it",
                        "Li Moss, Slow Money; extends it")
                .doesNotContain("differently");
    }

    @Test
    void relatedSaysWhoSupportsAClaim() {
        show("Fast Money", "Rents of machines fall before winter");
        show("Slow Money", "Rents of machines never fall before winter");
        String slow = id("Rents of machines never fall before winter");
        relations = (claim, others) -> Map.of(slow, Relation.SUPPORTS);

        assertThat(press(ADA, "related:" + id("Rents of machines fall before winter")))
                .contains("Li Moss, Slow Money; supports it")
                .doesNotContain("differently");
    }

    @Test
    void relatedSaysWhereAnotherShowSaysItDifferently() {
        show("Fast Money", "Rents of machines fall before winter");
        show("Slow Money", "Rents of machines never fall before winter");

        assertThat(press(ADA, "related:" + id("Rents of machines fall before winter")))
                .contains("Li Moss, Slow Money; says it differently");
    }
}
