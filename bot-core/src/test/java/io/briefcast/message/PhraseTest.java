package io.briefcast.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.message.Inline.Moment;
import io.briefcast.message.Inline.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Pattern PLACE = Pattern.compile("%(?:\\d\\$)?[-+,.\\d]*[sdf%]");

    @Test
    void everySentenceIsThereInEveryLanguage() {
        List<String> languages =
                Phrasebook.LANGUAGES.stream().map(Locale::getLanguage).toList();

        assertThat(Phrasebook.all()).hasSizeGreaterThan(250);
        assertThat(Phrasebook.all())
                .allSatisfy((english, translations) ->
                        assertThat(translations).as(english).containsOnlyKeys(languages));
    }

    @Test
    void everyTranslationHasThePlacesOfItsSentence() {
        assertThat(Phrasebook.all())
                .allSatisfy((english, translations) -> assertThat(translations.values())
                        .as(english)
                        .allSatisfy(words -> assertThat(places(words)).isEqualTo(places(english))));
    }

    @Test
    void whatButtonsSayFitsOnThem() {
        List<String> labels = List.of("Get this yourself", "Stop these briefs", "More like this", "Share to channel");

        assertThat(labels)
                .allSatisfy(label -> assertThat(Phrasebook.LANGUAGES)
                        .allSatisfy(language -> assertThat(Phrase.of(label).in(language))
                                .isNotEqualTo(label)
                                .hasSizeLessThanOrEqualTo(30)));
    }

    /** Discord takes no longer descriptions. */
    @Test
    void whatCommandsAreForIsShortInEveryLanguage() {
        assertThat(Phrasebook.ofCommands()).isNotEmpty();
        assertThat(Phrasebook.ofCommands())
                .allSatisfy((english, translations) ->
                        assertThat(translations.values()).allMatch(words -> words.length() <= 100));
    }

    @Test
    void valuesAreSaidInTheLanguageToo() {
        Phrase phrase = Phrase.of("The next one comes on %s.", Phrase.of("%s at %s", DAY, LocalTime.of(8, 5)));

        assertThat(phrase.in(Locale.ENGLISH)).isEqualTo("The next one comes on Tuesday, 10 March at 8:05.");
        assertThat(phrase.in(Locale.GERMANY)).isEqualTo("Der nächste kommt am Dienstag, 10. März um 8:05.");
        assertThat(phrase.in(Locale.CANADA_FRENCH)).isEqualTo("Le prochain vient le mardi 10 mars à 8:05.");
        assertThat(phrase.in(Locale.of("es", "MX"))).isEqualTo("El próximo llega el martes, 10 de marzo a las 8:05.");
        assertThat(phrase.in(Locale.JAPAN)).isEqualTo(phrase.in(Locale.ENGLISH));
    }

    @Test
    void listsAndNumbersFollowTheLanguage() {
        List<DayOfWeek> days = List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);

        assertThat(Phrase.of("on %s", days).in(Locale.GERMAN)).isEqualTo("am Mo., Mi.");
        assertThat(Phrase.of("%,d shows", 1_200).in(Locale.GERMAN)).isEqualTo("1.200 Podcasts");
        assertThat(Phrase.or(List.of("a", "b", "c")).in(Locale.GERMAN)).isEqualTo("a, b oder c");
    }

    @Test
    void whatOthersSaidIsPutInAsItIs() {
        assertThat(Phrase.of("Saved: %s", "100 %s sure").in(Locale.GERMAN)).isEqualTo("Gemerkt: 100 %s sure");
        assertThat(Phrase.of("%s", "Status").in(Locale.GERMAN)).isEqualTo("Status");
        assertThat(Phrase.of("5 % of it").in(Locale.GERMAN)).isEqualTo("5 % of it");
    }

    @Test
    void momentsStayMoments() {
        Instant at = Instant.parse("2026-03-10T07:00:00Z");
        Object moment = Phrase.moment(at, Moment.Length.LONG, Phrase.of("%s", DAY));

        assertThat(Phrase.of("The next one comes on %s.", moment).parts(Locale.GERMAN))
                .containsExactly(
                        new Words("Der nächste kommt am "),
                        new Moment(at, Moment.Length.LONG, "Dienstag, 10. März"),
                        new Words("."));
    }

    private static List<String> places(String words) {
        return PLACE.matcher(words).results().map(place -> place.group()).collect(Collectors.toList());
    }
}
