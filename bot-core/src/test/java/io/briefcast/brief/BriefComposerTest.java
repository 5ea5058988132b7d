package io.briefcast.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Insight.Kind;
import io.briefcast.insight.Quote;
import io.briefcast.language.Embedding;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Block.InsightCard;
import io.briefcast.message.Message;
import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.ranking.RankedInsight;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BriefComposerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Instant OUT = Instant.parse("2026-01-05T06:00:00Z");
    private static final Show SHOW = Show.unread(URI.create("https://rack.example/feed.xml"));
    private static final Episode EPISODE = new Episode(
            "e1",
            SHOW.id(),
            "g1",
            "Who owns the room",
            Optional.empty(),
            OUT,
            Optional.of(new Enclosure(URI.create("https://rack.example/1.mp3?x=1#old"), "audio/mpeg", 0)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Episode.Kind.FULL,
            List.of(),
            List.of(),
            Optional.empty(),
            "");
    private final BriefComposer composer =
            new BriefComposer(new InsightCards(Optional.of(URI.create("https://briefcast.example"))));

    @Test
    void aPickCarriesItsQuoteMomentPageAndButtons() {
        Message message = compose(new Brief(DAY, List.of(pick("i1")), 1, 7, 3));

        assertThat(message.title()).isEqualTo("Your brief for Monday, 5 January 2026: Headline i1");
        assertThat(message.blocks().get(1))
                .isEqualTo(new Block.Paragraph("The top one, from 7 insights of 3 episodes."));
        InsightCard card = (InsightCard) message.blocks().get(2);
        assertThat(card.position()).isEqualTo(1);
        assertThat(card.listen()).contains(URI.create("https://rack.example/1.mp3?x=1#t=61"));
        assertThat(card.page()).contains(URI.create("https://briefcast.example/insights/i1"));
        assertThat(card.actions())
                .extracting(Action::id)
                .containsExactly("more:i1", "less:i1", "save:i1", "related:i1", "why:i1", "listen:i1");
    }

    @Test
    void theKindIsSaidInTheReadersLanguage() {
        InsightCards cards = new InsightCards(Optional.empty());
        Insight foretold = pick("i1").insight().as(Kind.PREDICTION);

        assertThat(cards.card(foretold, SHOW, EPISODE, 1, List.of(), Locale.GERMAN)
                        .kind())
                .contains("Vorhersage");
        assertThat(cards.card(foretold.as(Kind.CLAIM), SHOW, EPISODE, 1, List.of(), Locale.GERMAN)
                        .kind())
                .isEmpty();
    }

    @Test
    void aThinDaySaysSo() {
        Message message = compose(new Brief(DAY, List.of(pick("i1"), pick("i2"), pick("i3")), 5, 9, 4));

        assertThat(message.blocks().get(1))
                .isEqualTo(new Block.Paragraph("Only three today: 9 insights of 4 episodes were read, "
                        + "and the rest was not good enough, or not new to you."));
    }

    @Test
    void anEmptyDaySaysSoToo() {
        Message message = compose(new Brief(DAY, List.of(), 5, 1, 1));

        assertThat(message.blocks()).hasSize(2);
        assertThat(message.blocks().get(1))
                .isEqualTo(new Block.Paragraph("Nothing today: 1 insight of 1 episode was read, "
                        + "and nothing in it was both new to you and good enough to send."));
    }

    @Test
    void aPersonsBriefHasItsSwitchesAndAChannelsCanBeHadAlone() {
        Message brief = compose(new Brief(DAY, List.of(pick("i1")), 1, 7, 3));

        assertThat(buttons(BriefComposer.addressed(brief, order(Audience.Kind.PERSON))))
                .containsExactly("pause:s1 Pause", "holiday:s1 A week off", "stop:s1 Stop these briefs");
        assertThat(buttons(BriefComposer.addressed(brief, order(Audience.Kind.CHANNEL))))
                .containsExactly("subscribe:s1 Get this yourself");
    }

    private static List<String> buttons(Message message) {
        return ((Block.Buttons) message.blocks().getLast())
                .actions().stream()
                        .map(action -> action.id() + " " + action.label())
                        .toList();
    }

    private static Subscription order(Audience.Kind kind) {
        return new Subscription(
                "s1",
                new Audience("us", "chat", kind, "", "c1"),
                Interests.EVERYTHING,
                BriefTime.daily(LocalTime.NOON, ZoneOffset.UTC),
                true);
    }

    private Message compose(Brief brief) {
        return composer.compose(brief, Map.of(SHOW.id(), SHOW), Map.of(EPISODE.id(), EPISODE), Locale.ENGLISH);
    }

    private static RankedInsight pick(String id) {
        Insight insight = new Insight(
                id,
                "e1",
                SHOW.id(),
                "Headline " + id,
                "",
                new Quote("words", "Ada", Duration.ofMillis(61_500), Duration.ofSeconds(70), false),
                9,
                0.6,
                OUT,
                "highlights-1",
                List.of(),
                new Embedding(new float[] {1}));
        return new RankedInsight(insight, 1, Map.of(), List.of());
    }
}
