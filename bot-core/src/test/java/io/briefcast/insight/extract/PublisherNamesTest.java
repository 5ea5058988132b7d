package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.InsightExtractor.Source;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.Show;
import io.briefcast.transcript.Transcript;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherNamesTest {
    private final PublisherNames names = new PublisherNames(source(), Set.of("renting", "market"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Renting from Haulwrigt is cheaper | Renting from Haulwright is cheaper",
                "Nobody buys what Korbal sells | Nobody buys what Korbel sells",
                "Castelane keeps the seeds cold | Castellane keeps the seeds cold",
                "The Quillpikcer calendar has no owner | The Quillpicker calendar has no owner",
                "Why Open AAI rents is a secret | Why OpenAI rents is a secret",
                "Open AI rents its machines | OpenAI rents its machines",
                "Nobody pays for C-pilot twice | Nobody pays for Copilot twice",
                "Banks listen to Li Wai now | Banks listen to Li Wai now",
                "Banks listen to Sara Chang now | Banks listen to Sarah Chang now",
                "Banks listen to Sarah Chung now | Banks listen to Sarah Chang now"
            })
    void aNameOneSlipAwayIsWrittenAsThePublisherWritesIt(String spoken, String shown) {
        assertThat(names.corrected(spoken)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "Renting from Haulwright is cheaper",
        "Market prices follow the weather",
        "The haulers pay for the road",
        "Korbels are a kind of bread",
        "Corben sells what nobody buys",
        "Sarah Chang listens to Nadia Korbel",
        "Open Air markets follow the weather",
        "Sarah Chin sells flour"
    })
    void anyOtherWordStaysAsItIs(String headline) {
        assertThat(names.corrected(headline)).isEqualTo(headline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We met Haulwrigt. Then Castelane. And Korbal came. | true",
                "We met Haulwrigt. Then Castelane. And Korbel came. | false",
                "We met Haulwrigt. Then Castelane. And Korbal came. With Marken and OpenAI and Copilot. | false",
                "We met friends. Then Haulwright came. | false",
                "We met Haulwrights. Then Castellanes. And Korbels came. | false",
            })
    void moreWrongNamesThanRightOnesSpeakAgainstATranscript(String said, boolean misspelt) {
        List<Tokens> sentences =
                Stream.of(said.split("(?<=\\.) ")).map(Tokens::of).toList();

        assertThat(names.areMisspeltIn(sentences)).isEqualTo(misspelt);
    }

    private static Source source() {
        Show show = Show.unread(URI.create("https://a.example/feed"));
        Episode episode = new Episode(
                "e1",
                show.id(),
                "e1",
                "Who owns Quillpicker",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(
                        new Person("Nadia Korbel", "host"), new Person("Mirembe Castellane", "guest"),
                        new Person("Sarah Chang", "guest"), new Person("Li Wei", "guest")),
                List.of(),
                Optional.empty(),
                "Haulwright rents and owns. Renting is what it does. Marken is another matter. OpenAI buys, Copilot sells.");
        return new Source(show, episode, new Transcript("webvtt", "published", false, List.of(), List.of()), Set.of());
    }
}
