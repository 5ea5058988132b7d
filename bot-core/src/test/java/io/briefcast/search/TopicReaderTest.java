package io.briefcast.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight.Kind;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.Show;
import io.briefcast.search.AskedTopic.Named;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicReaderTest {
    /** A Friday; one hour after midnight in Berlin, still Thursday in New York. */
    private static final Instant NOW = Instant.parse("2026-05-15T00:00:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final TopicReader READER = new TopicReader(
            List.of(new Named("r", "The Rack"), new Named("o", "Notes on Ovens")), List.of("Jane Roe", "Li Wei"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what did Jane Roe say about gpus          | gpus           | by Jane Roe",
                "Jane Roe on gpus                          | gpus           | by Jane Roe",
                "jane roe's take on gpus                   | gpus           | by Jane Roe",
                "renting gpus according to Jane Roe        | renting gpus   | by Jane Roe",
                "gpus in the rack                          | gpus           | in The Rack",
                "Rack on gpus                              | gpus           | in The Rack",
                "bread from Notes on Ovens                 | bread          | in Notes on Ovens",
                "Li Wei on bread in The Rack               | bread          | by Li Wei, in The Rack",
                "what Jane Roe said about gpus on The Rack since March | gpus | by Jane Roe, in The Rack, since 1 March 2026",
                "Acme founder on chips last month          | Acme founder on chips | since 1 April 2026",
            })
    void aPersonAShowAndATimeAreUnderstood(String typed, String topic, String understood) {
        AskedTopic asked = READER.read(typed, NOW, BERLIN);

        assertThat(asked.topic()).isEqualTo(topic);
        assertThat(String.join(", ", asked.understood())).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Roe, founder of Acme, on chips          | Acme founder on chips last month | by Jane Roe (founder of Acme), since 1 April 2026",
                "We talk with Acme founder Jane Roe.          | founder of Acme on chips         | by Jane Roe (founder of Acme)",
                "Jane Roe is the co-founder and CEO of Acme.  | what did the Acme CEO say about chips | by Jane Roe (CEO of Acme)",
                "Meet Jane Roe (CTO at Big Acme Labs)         | big acme labs CTO on chips       | by Jane Roe (CTO of big acme labs)",
                "Acme’s CEO, Jane Roe, is here. Jane Roe, CEO of Acme | chips according to acme's ceo | by Jane Roe (ceo of acme)",
            })
    void aPersonIsUnderstoodByARole(String notes, String typed, String understood) {
        AskedTopic asked = reading(notes).read(typed, NOW, BERLIN);

        assertThat(asked.topic()).isEqualTo("chips");
        assertThat(asked.speaker()).contains("Jane Roe");
        assertThat(String.join(", ", asked.understood())).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Roe, founder of Acme, and Li Wei, co-founder of Acme | Acme founder on chips",
                "Jane Roe, former CEO of Acme                 | Acme CEO on chips",
                "Ex-Acme CEO Jane Roe                         | Acme CEO on chips",
                "With Vice President of Acme Jane Roe         | Acme president on chips",
                "Acme Vice President Jane Roe                 | vice president on chips",
                "Deputy Director of Acme, Jane Roe            | Acme director on chips",
                "Jane Roe, founder of Acme                    | Bolt founder on chips",
                "Jane Roe, founder of Acme                    | founder mode on chips",
                "Sam Poe, founder of Acme                     | Acme founder on chips",
                "Jane Roe on Acme, whose founder left         | Acme founder on chips",
            })
    void aRoleThatIsNotCertainStaysInTheTopic(String notes, String typed) {
        AskedTopic asked = reading(notes).read(typed, NOW, BERLIN);

        assertThat(asked.topic()).isEqualTo(typed);
        assertThat(asked.understood()).isEmpty();
    }

    @Test
    void aRoleBeforeANameIsPartOfTheName() {
        AskedTopic asked = READER.read("Acme founder Jane Roe on gpus", NOW, BERLIN);

        assertThat(asked.topic()).isEqualTo("gpus");
        assertThat(asked.understood()).containsExactly("by Jane Roe");
    }

    @Test
    void theHostOfAShowIsWhomItsFeedNames() {
        Roles roles = new Roles();
        roles.learn(
                new Show(
                        "r",
                        URI.create("https://rack.example/feed"),
                        "The Rack",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "en",
                        List.of(new Person("Li Wei", "host"), new Person("Jane Roe", "guest"))),
                List.of());

        assertThat(reader(roles).read("The Rack host on chips", NOW, BERLIN).understood())
                .containsExactly("by Li Wei (host of Rack)");
        assertThat(reader(roles).read("host of The Rack on chips", NOW, BERLIN).speaker())
                .contains("Li Wei");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "founder, acme                 | Acme founder on chips        | by Jane Roe (founder of Acme)",
                "founder of acme               | founder of Acme on chips     | by Jane Roe (founder of Acme)",
                "co-founder and ceo, acme labs | Acme Labs CEO on chips       | by Jane Roe (CEO of Acme Labs)",
                "co-founder and ceo, acme labs | founder of Acme Labs on chips | by Jane Roe (founder of Acme Labs)",
                "guest, ceo at the acme group  | Acme Group CEO on chips      | by Jane Roe (CEO of Acme Group)",
                "acme's founder                | Acme founder on chips        | by Jane Roe (founder of Acme)",
            })
    void aRoleThatTheFeedGivesAPersonIsUnderstood(String role, String typed, String understood) {
        AskedTopic asked = reader(given(role)).read(typed, NOW, BERLIN);

        assertThat(asked.topic()).isEqualTo("chips");
        assertThat(asked.understood()).containsExactly(understood);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "former founder, acme   | Acme founder on chips",
                "founder                | Acme founder on chips",
                "guest                  | Acme founder on chips",
                "vice president, acme   | Acme president on chips",
                "audio editor           | audio editor on chips",
                "acme, whose founder left | Acme founder on chips",
            })
    void aRoleThatTheFeedGivesToNobodyNowStaysInTheTopic(String role, String typed) {
        assertThat(reader(given(role)).read(typed, NOW, BERLIN).topic()).isEqualTo(typed);
    }

    private static Roles given(String role) {
        Roles roles = new Roles();
        Show unread = Show.unread(URI.create("https://rack.example/feed"));
        roles.learn(
                new Show(
                        unread.id(),
                        unread.feed(),
                        "The Rack",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "en",
                        List.of(new Person("Jane Roe", role))),
                List.of());
        return roles;
    }

    private static TopicReader reading(String notes) {
        Roles roles = new Roles();
        roles.read(notes);
        return reader(roles);
    }

    private static TopicReader reader(Roles roles) {
        return new TopicReader(List.of(new Named("r", "The Rack")), List.of("Jane Roe", "Li Wei"), () -> roles);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "last week          | since 4 May 2026",
                "from last year     | since 1 January 2025",
                "this month         | since 1 May 2026",
                "since june         | since 1 June 2025",
                "since may          | since 1 May 2026",
                "since Wednesday    | since 13 May 2026",
                "since 2024         | since 1 January 2024",
                "since 2026-02-03   | since 3 February 2026",
                "in the past two weeks | since 1 May 2026",
                "last 30 days       | since 15 April 2026",
                "the last month     | since 15 April 2026",
                "in March 2025      | from 1 March 2025 to 31 March 2025",
                "in December        | from 1 December 2025 to 31 December 2025",
                "yesterday          | on 14 May 2026",
                "before 2026        | until 31 December 2025",
                "until March        | until 31 March 2026",
            })
    void timesAreReadAtTheEndAndAtTheBeginning(String time, String understood) {
        for (String typed : List.of("renting chips " + time, "renting chips, " + time, time + ", renting chips")) {
            AskedTopic asked = READER.read(typed, NOW, BERLIN);

            assertThat(asked.topic()).as(typed).isEqualTo("renting chips");
            assertThat(asked.understood()).as(typed).containsExactly(understood);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last month",
                "Jane Roe",
                "Jane Roe since March",
                "thoughts on gpus",
                "Jane on gpus",
                "the state of chips today",
                "chip shortages in 2025",
                "last week tonight and the news",
                "march of the machines",
                "\"Jane Roe on gpus last month\"",
                "since 2026-13-45 chips",
                "the in",
                "",
            })
    void whatMightBeTheTopicStaysInIt(String typed) {
        AskedTopic asked = READER.read(typed, NOW, BERLIN);

        assertThat(asked.topic()).isEqualTo(typed.equals("Jane Roe since March") ? "Jane Roe" : typed);
        assertThat(asked.show()).isEmpty();
        assertThat(asked.speaker()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "predictions about chips               | chips | PREDICTION   | among the predictions",
                "Numbers on chips since March          | chips | NUMBER       | since 1 March 2026, among the numbers",
                "Jane Roe's predictions about chips    | chips | PREDICTION   | by Jane Roe, among the predictions",
                "The Rack advice on chips              | chips | ADVICE       | in The Rack, among the pieces of advice",
                "disagreements about chips in The Rack | chips | DISAGREEMENT | in The Rack, among the disagreements",
            })
    void aKindIsUnderstood(String typed, String topic, Kind kind, String understood) {
        AskedTopic asked = READER.read(typed, NOW, BERLIN);

        assertThat(asked.topic()).isEqualTo(topic);
        assertThat(asked.narrow(TopicQuery.on(typed)).kind()).contains(kind);
        assertThat(String.join(", ", asked.understood())).isEqualTo(understood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"predictions", "market predictions about chips", "advice", "claims handling", "numbers about"})
    void aKindThatMightBeTheTopicStaysInIt(String typed) {
        AskedTopic asked = READER.read(typed, NOW, BERLIN);

        assertThat(asked.topic()).isEqualTo(typed);
        assertThat(asked.kind()).isEmpty();
    }

    @Test
    void daysAreThoseOfTheAskersClock() {
        String typed = "chips yesterday";

        assertThat(READER.read(typed, NOW, BERLIN).narrow(TopicQuery.on(typed)).from())
                .contains(Instant.parse("2026-05-13T22:00:00Z"));
        assertThat(READER.read(typed, NOW, ZoneId.of("America/New_York"))
                        .narrow(TopicQuery.on(typed))
                        .to())
                .contains(Instant.parse("2026-05-14T04:00:00Z"));
    }

    @Test
    void theQueryHasWhatWasUnderstood() {
        String typed = "Jane Roe on chips in The Rack since March";

        assertThat(READER.read(typed, NOW, BERLIN).narrow(TopicQuery.on(typed)))
                .isEqualTo(TopicQuery.on("chips")
                        .in(Optional.of("r"))
                        .by(Optional.of("Jane Roe"))
                        .between(Optional.of(Instant.parse("2026-02-28T23:00:00Z")), Optional.empty()));
    }

    @Test
    void whatWasChosenGoesBeforeWhatTheTextSays() {
        String typed = "Jane Roe on chips in The Rack since March";
        TopicQuery chosen = TopicQuery.on(typed)
                .in(Optional.of("o"))
                .between(Optional.of(NOW), Optional.empty())
                .page(1, 5);

        AskedTopic asked = READER.read(typed, NOW, BERLIN).beside(chosen);

        assertThat(asked.understood()).containsExactly("by Jane Roe");
        assertThat(asked.narrow(chosen))
                .isEqualTo(TopicQuery.on("chips")
                        .in(Optional.of("o"))
                        .by(Optional.of("Jane Roe"))
                        .between(Optional.of(NOW), Optional.empty())
                        .page(1, 5));
    }
}
