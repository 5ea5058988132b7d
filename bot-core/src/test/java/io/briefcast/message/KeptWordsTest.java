package io.briefcast.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeptWordsTest {
    private static final Locale SPANISH = Locale.of("es");

    @Test
    void findsASentenceAgainWithItsValues() {
        String said = "The server 'feeds.example.org' has trouble of its own (503); try later.";

        assertThat(german(said))
                .isEqualTo("Der Server „feeds.example.org“ hat selbst eine Störung (503); versuch es später.");
        assertThat(Phrase.kept(said).in(Locale.ENGLISH)).isEqualTo(said);
    }

    @Test
    void findsSentencesWithinSentences() {
        assertThat(german("The server 'a.example' knows nothing at this address (404); check the spelling."
                        + " It went wrong for 30 days, so this feed is not asked any more."))
                .isEqualTo("Der Server „a.example“ kennt diese Adresse nicht (404); prüfe die Schreibweise."
                        + " Das ging 30 Tage lang schief; dieser Feed wird nicht mehr abgefragt.");
        assertThat(Phrase.kept("nothing can be posted there any more (Discord answered HTTP 403, code 50007:"
                                + " the person takes no direct messages from the bot); it is switched off")
                        .in(Locale.FRENCH))
                .isEqualTo("plus rien ne peut y être publié (Discord a répondu HTTP 403, code 50007 :"
                        + " la personne n’accepte pas de messages privés du bot) ; l’envoi est arrêté");
    }

    @Test
    void findsSeveralReasonsEachBehindItsSource() {
        String said = "published: https://a.example/1.vtt: The server 'a.example' does not let us read this (403).;"
                + " show notes: the show notes hold only 12 words of prose";

        assertThat(Phrase.kept(said).in(SPANISH))
                .isEqualTo("publicada: https://a.example/1.vtt: El servidor «a.example» no nos deja leer esto (403).;"
                        + " notas del episodio: las notas solo tienen 12 palabras de texto seguido");
        assertThat(german("a.example: this is empty, not a feed")).isEqualTo("a.example: das ist leer, kein Feed");
        assertThat(german("https://a.example: this is empty, not a feed."))
                .isEqualTo("https://a.example: das ist leer, kein Feed.");
    }

    @Test
    void saysNumbersAndNamesOfLanguagesInTheLanguage() {
        assertThat(german("1,200 of 20,000 tokens used today; an episode takes about 1,100, so 17 more fit; about"
                        + " 3,000 are expected by midnight UTC"))
                .isEqualTo("heute 1.200 von 20.000 Tokens verbraucht; eine Folge braucht etwa 1.100, also passen noch"
                        + " 17; bis Mitternacht UTC werden etwa 3.000 erwartet");
        assertThat(german("The Rack is in French; Highlights reads English only"))
                .isEqualTo("The Rack ist auf Französisch; Highlights liest nur Englisch");
    }

    @Test
    void leavesWhatOthersSaidAsItIs() {
        assertThat(german("100 %s sure; and: more.")).isEqualTo("100 %s sure; and: more.");
        assertThat(german("the model was not heard: it answers 500: overloaded, come back"))
                .isEqualTo("das Modell war nicht zu erreichen: es antwortet mit 500: overloaded, come back");
        assertThat(german("")).isEmpty();
    }

    @Test
    void takesWordsFullOfBordersAsTheyAre() {
        String hostile = "the model was not heard: " + "a; b: ".repeat(100);

        assertThat(german(hostile)).isEqualTo(hostile);
        assertThat(german("x; ".repeat(10))).isEqualTo("x; ".repeat(10));
        assertThat(german("it answers 999999999999999999999999")).isEqualTo("it answers 999999999999999999999999");
    }

    private static String german(String words) {
        return Phrase.kept(words).in(Locale.GERMAN);
    }
}
