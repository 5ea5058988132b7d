package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.Place;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.subscription.Subscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Fixed texts are in the person's language, what podcasts said stays as it was said. */
class GermanTest extends Dialogue {
    private static final Asker GRETA = new Asker("chat", "", "u3", "Greta", true, true, BERLIN, Locale.GERMANY);
    private static final Asker FRANCOISE = new Asker("chat", "", "u4", "Françoise", true, true, BERLIN, Locale.FRANCE);
    private static final Asker LOLA = new Asker("chat", "", "u5", "Lola", true, true, BERLIN, Locale.of("es", "ES"));
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
    void whatIsWrongWithTheAliasesIsToldInTheLanguage() throws IOException {
        Files.writeString(folder.resolve("aliases.txt"), """
                compute GPU capacity
                = Nvidia
                Nvidia =
                OpenAI = %s
                !! = wonder
                compute = GPU capacity
                chips = gpu capacity
                """.formatted("x".repeat(101)));

        assertThat(say(GRETA, CHANNEL, "/briefcast status"))
                .contains(
                        "aliases.txt, Zeile 1: darin ist kein =; schreib den Namen, der gezeigt wird, =, und die anderen.",
                        "aliases.txt, Zeile 2: vor dem = steht kein Name; schreib den, der gezeigt wird.",
                        "aliases.txt, Zeile 3: nach dem = steht kein Name; schreib die anderen Namen,",
                        "aliases.txt, Zeile 4: Namen haben höchstens 100 Zeichen, und eine Sache hat höchstens 20;",
                        "aliases.txt, Zeile 5: „!!“ hat keine Buchstaben; nimm es heraus.",
                        "aliases.txt, Zeile 7: „gpu capacity“ steht schon in Zeile 6; schreib alle Namen einer Sache")
                .doesNotContain("line ");
        assertThat(say(FRANCOISE, CHANNEL, "/briefcast status"))
                .contains("aliases.txt, ligne 7 : « gpu capacity » est déjà à la ligne 6 ;");
        assertThat(say(LOLA, CHANNEL, "/briefcast status"))
                .contains("aliases.txt, línea 7: «gpu capacity» ya está en la línea 6;");
    }

    @Test
    void anAliasFileThatCannotBeReadIsToldInTheLanguage() throws IOException {
        Files.write(folder.resolve("aliases.txt"), "compute = Größe".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(say(GRETA, CHANNEL, "/briefcast status"))
                .containsPattern("Die Datei der anderen Namen .*aliases.txt ist nicht lesbar; sie muss eine Textdatei");
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
    void troublesAreGermanWithTheirValues() {
        Show show = show("Der Turm", "Mieten sinken");
        ports.shows()
                .update(new FeedState(
                        show.id(),
                        Optional.empty(),
                        Optional.empty(),
                        FeedState.NEVER,
                        Optional.of(NOON),
                        3,
                        Optional.of("The server 'turm.example' says that this was taken away for good (410).")));
        ports.episodes()
                .save(new Reading(
                        "e-mieten-sinken",
                        Reading.State.NOTHING,
                        "published: the feed links to no transcript; show notes: the show notes hold only 12 words of"
                                + " prose",
                        "",
                        0,
                        Map.of(),
                        NOON));
        platform.suffer("0 of 1 connections are up");

        assertThat(say(GRETA, CHANNEL, "/briefcast status"))
                .contains(
                        "Der Server „turm.example“ meldet, dass es das nicht mehr gibt (410).",
                        "veröffentlicht: der Feed verweist auf kein Transkript; Begleittext: der Begleittext enthält nur"
                                + " 12 Wörter Fließtext",
                        "chat: 0 von 1 Verbindungen stehen");
        assertThat(say(GRETA, CHANNEL, "/briefcast shows list")).contains("meldet, dass es das nicht mehr gibt");
    }

    @Test
    void whatIsReadAgainAndWhatItCostsIsToldInGerman() {
        show("Der Turm", "Mieten sinken", "Mieten steigen");
        readBy("", "Mieten sinken");
        readBy("none", "Mieten steigen");
        readerCosts = Optional.of("about 9,000 tokens are needed, and 8,000 of 10,000 are left today;"
                + " what they are not enough for stays as it is");

        assertThat(say(GRETA, CHANNEL, "/briefcast status"))
                .contains("Eine frühere Version hat 1 Folge gelesen, davon 1 der letzten 30 Tage");
        assertThat(say(GRETA, CHANNEL, "/briefcast shows reread turm"))
                .contains(
                        "none liest 1 Folge von Der Turm noch einmal, nach allem, was neu ist.",
                        "Was es kostet: etwa 9.000 Tokens werden gebraucht, und heute sind 8.000 von 10.000 übrig;"
                                + " wofür sie nicht reichen, bleibt, wie es ist.",
                        "Bleiben, wie sie sind, weil none sie gelesen hat: 1 Folge");
    }

    @Test
    void whatIsNoPodcastIsRefusedInGerman() {
        web.put("https://seite.example/", "<html><body>Guten Tag</body></html>");

        assertThat(say(GRETA, CHANNEL, "/briefcast shows add https://seite.example/"))
                .contains("führt zu keinem Podcast", "das ist eine Webseite, kein Feed");
    }

    @Test
    void noExampleIsAnsweredInEnglish() {
        show("Der Turm", "Mieten sinken");
        Pattern english = Pattern.compile("(?i)\\b(the|your|you|with|nothing|there|this|from|not|which)\\b");
        Set<String> spoken = Set.of("de", "fr", "es");

        assertThat(spoken).allSatisfy(language -> {
            Asker asker = new Asker("chat", "", "u-" + language, "X", true, true, BERLIN, Locale.of(language));
            for (CommandSpec spec : catalogue.specs()) {
                String help = "/briefcast help "
                        + spec.path().replaceFirst("^briefcast (?=shows|topics|privacy)|^briefcast ", "");
                for (String line : List.of(spec.example(), "/" + spec.path(), help)) {
                    assertThat(typedLeftOut(say(asker, CHANNEL, line), spec))
                            .as("%s in %s", line, language)
                            .doesNotContainPattern(english);
                }
            }
        });
    }

    /** Titles in examples are English, and so is the web of these tests. */
    private static String typedLeftOut(String said, CommandSpec spec) {
        return said.replace(spec.example(), "")
                .replace("The Rack", "")
                .replace("There is nothing at this address.", "");
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
