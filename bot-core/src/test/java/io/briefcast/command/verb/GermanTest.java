package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Place;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.subscription.Subscription;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fixed texts are in the person's language, what podcasts said stays as it was said. */
class GermanTest extends Dialogue {
    private static final Asker GRETA = new Asker("chat", "", "u3", "Greta", true, true, BERLIN, Locale.GERMANY);
    private static final Place FRENCH = new Place("c2", "#idees", false, Optional.of(Locale.FRANCE));

    @Test
    void subscribingIsAnsweredInGerman() {
        assertThat(say(GRETA, CHANNEL, "/briefcast subscribe at:7:30 days:mon,wed topics:\"compute strategy\""))
                .contains(
                        "Du bekommst eine Direktnachricht: am Mo., Mi. um 7:30 (Europe/Berlin), bis zu 5 Erkenntnisse zu"
                                + " compute strategy.",
                        "Der nächste kommt am Mittwoch, 11. März um 7:30.",
                        "/briefcast unsubscribe beendet ihn");
    }

    @Test
    void buttonsAreGerman() {
        assertThat(answer(GRETA, CHANNEL, "/briefcast subscribe at:7:30")
                        .message()
                        .blocks())
                .filteredOn(Block.Buttons.class::isInstance)
                .flatExtracting(row -> ((Block.Buttons) row).actions())
                .extracting(Action::label)
                .containsExactly("Anhalten");
    }

    @Test
    void refusalsAreGermanWithTheirExamples() {
        assertThat(say(GRETA, CHANNEL, "/briefcast subscribe at:nonsense"))
                .contains(
                        "„nonsense“ ist keine Uhrzeit.", "Uhrzeiten gehen von 0:00 bis 23:59", "Beispiel: /briefcast");
        assertThat(say(GRETA, CHANNEL, "/briefcast statsu"))
                .contains("gibt es nicht", "Meintest du /briefcast status?");
    }

    @Test
    void everyListIsGerman() {
        assertThat(say(GRETA, CHANNEL, "/briefcast topics list")).contains("Du verfolgst kein Thema");
        assertThat(say(GRETA, CHANNEL, "/briefcast saved")).contains("Du hast dir noch nichts gemerkt.");
        assertThat(say(GRETA, CHANNEL, "/briefcast shows list")).contains("Podcast");
        assertThat(say(GRETA, CHANNEL, "/briefcast status")).contains("Stand", "Zeiten gelten nach deiner Uhr");
        assertThat(say(GRETA, CHANNEL, "/briefcast help")).contains("Was du fragen kannst");
        assertThat(say(GRETA, CHANNEL, "/briefcast privacy delete"))
                .contains("Alles löschen, was über dich gespeichert ist?", "Alles löschen");
    }

    @Test
    void aBriefIsInTheLanguageOfWhoAsksForIt() {
        Answer answer = answer(GRETA, DIRECT, "/brief");

        assertThat(answer.message().language()).isEqualTo(Locale.GERMANY);
        assertThat(answer.message().title()).startsWith("Dein Bericht für Montag, 9. März 2026");
    }

    @Test
    void anOrderKeepsTheLanguageOfItsReaders() {
        say(GRETA, FRENCH, "/briefcast schedule at:8:00");
        say(GRETA, DIRECT, "/briefcast subscribe at:8:00");

        assertThat(ports.subscriptions().all())
                .extracting(Subscription::language)
                .containsExactlyInAnyOrder(Locale.FRANCE, Locale.GERMANY);
        Subscription channel = ports.subscriptions().all().stream()
                .filter(order -> order.name().equals("#idees"))
                .findFirst()
                .orElseThrow();
        Message brief = ports.briefs().brief(channel, LocalDate.of(2026, 3, 9), NOON);
        assertThat(brief.title()).startsWith("Votre résumé du lundi 9 mars 2026");
    }
}
