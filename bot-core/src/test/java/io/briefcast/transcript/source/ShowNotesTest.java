package io.briefcast.transcript.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.transcript.Cue;
import io.briefcast.transcript.TranscriptSource.Search;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShowNotesTest {
    private static final String PROSE = """
            Bridges fail slowly and then at once. Greta Holm has inspected four hundred of them, and she says that \
            the paint tells more than the plans do. A crack that is painted over has been seen by somebody who had no money.
            We talk about who pays for steel that nobody looks at, why maintenance never wins an election, and what a \
            town can learn from a ferry. Holm argues that every bridge should carry its age and its last repair on a sign, \
            because people accept a closed road when they can read the reason for it themselves.
            """;

    private final ShowNotes notes = new ShowNotes();

    @Test
    void givesTheSentencesOfTheNotesWithoutMoments() {
        Search search = notes.find(Notes.episode(PROSE));

        assertThat(search).isInstanceOfSatisfying(Search.Found.class, found -> {
            assertThat(found.transcript().origin()).isEqualTo("show notes");
            assertThat(found.transcript().approximate()).isTrue();
            assertThat(found.transcript().cues())
                    .hasSize(5)
                    .first()
                    .isEqualTo(new Cue(Duration.ZERO, Duration.ZERO, "", "Bridges fail slowly and then at once."));
        });
    }

    @Test
    void leavesOutLinksChaptersAndBoilerplate() {
        String littered = PROSE + """
                00:12:30 What the ferry taught the town about timetables
                - Greta's book
                The plans are at https://bridges.example/plans for everybody who wants to look.
                This episode is brought to you by a maker of very good paint.
                """;

        Search search = notes.find(Notes.episode(littered));

        assertThat(search).isEqualTo(notes.find(Notes.episode(PROSE)));
    }

    @Test
    void doesNotMakeATeaserATranscript() {
        assertThat(notes.find(Notes.episode("Greta and Otto talk about bridges, paint and the price of steel.")))
                .isEqualTo(new Search.Nothing("the show notes hold only 12 words of prose"));
        assertThat(notes.find(Notes.episode(""))).isInstanceOf(Search.Nothing.class);
    }
}
