package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.feed.EpisodeIdentity.Identified;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpisodeIdentityTest {
    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final Items ONE = Items.item(1, NOON);

    @Test
    void knowsAnEpisodeByItsGuidWhateverElseChanges() {
        assertThat(isStillOne(ONE.title("Another")
                        .media("https://other.example/x.mp3")
                        .on(NOON.plusSeconds(900_000))))
                .isTrue();
    }

    @Test
    void knowsAnEpisodeWhoseGuidChanged() {
        assertThat(isStillOne(ONE.guid("new"))).isTrue();
        assertThat(isStillOne(ONE.guid("new").title("Corrected"))).isTrue();
        assertThat(isStillOne(ONE.guid("new").media("https://newhost.example/1.mp3")))
                .isTrue();
        assertThat(isStillOne(ONE.guid("new").on(NOON.plus(Duration.ofDays(3)))))
                .isTrue();
        assertThat(isStillOne(ONE.guid("new").media("http://cdn.example/1.mp3?updated=77")))
                .isTrue();
    }

    @Test
    void knowsAnEpisodeByItsPageWhenAllElseButTitleOrDayChanged() {
        Items page = ONE.page("https://rack.example/1");
        Items moved = ONE.guid("new").media("https://newhost.example/a.mp3").page("http://rack.example/1");

        assertThat(isStill(page, moved.on(NOON.plus(Duration.ofDays(3))))).isTrue();
        assertThat(isStill(page, moved.title("Corrected"))).isTrue();
        assertThat(isStill(page, moved.title("Another").on(NOON.plus(Duration.ofDays(3)))))
                .isFalse();
    }

    @Test
    void aFrontPageIsNobodysPage() {
        Items page = ONE.page("https://rack.example/");
        Items next = ONE.guid("new").media("https://cdn.example/2.mp3").on(NOON.plus(Duration.ofDays(1)));

        assertThat(isStill(page, next.page("https://rack.example/"))).isFalse();
        assertThat(isStill(ONE.page("https://rack.example/?p=1"), next.page("https://rack.example/?p=2")))
                .isFalse();
        assertThat(isStill(ONE.page("https://rack.example/?p=1"), next.page("https://rack.example/?p=1")))
                .isTrue();
    }

    @Test
    void takesAnItemThatSharesOnlyOneThingForAnother() {
        assertThat(isStillOne(ONE.guid("new").title("Another").on(NOON.plus(Duration.ofDays(1)))))
                .isFalse();
        assertThat(isStillOne(ONE.guid("new").media("https://cdn.example/2.mp3").on(NOON.plus(Duration.ofDays(1)))))
                .isFalse();
        assertThat(isStillOne(ONE.guid("new").media("https://cdn.example/2.mp3").title("Another")))
                .isFalse();
    }

    @Test
    void tellsItemsOfOneFeedApartThatShareTheirAudioAndTitle() {
        List<Identified> named = identify(Map.of(), ONE, ONE.guid("two"), ONE.guid("three"));

        assertThat(named).extracting(Identified::id).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void tellsItemsApartThatShareAGuid() {
        List<Identified> named = identify(Map.of(), ONE, Items.item(2, NOON).guid("guid-1"));

        assertThat(named).extracting(Identified::id).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void namesAnItemThatOccursTwiceOnce() {
        assertThat(identify(Map.of(), ONE, ONE)).hasSize(1);
    }

    @Test
    void givesAnEpisodeToTheItemWithItsGuidWhenAnotherLooksAlike() {
        Map<String, String> known = remember(identify(Map.of(), ONE));

        List<Identified> named = identify(known, ONE.guid("rerun").on(NOON.plusSeconds(86_400)), ONE);

        assertThat(named.get(0).known()).isFalse();
        assertThat(named.get(1).known()).isTrue();
    }

    @Test
    void givesTheSameNamesEveryTime() {
        assertThat(identify(Map.of(), ONE, Items.item(2, NOON)))
                .isEqualTo(identify(Map.of(), ONE, Items.item(2, NOON)));
    }

    private static boolean isStillOne(Items later) {
        return isStill(ONE, later);
    }

    private static boolean isStill(Items earlier, Items later) {
        List<Identified> before = identify(Map.of(), earlier);
        Identified after = identify(remember(before), later).getFirst();
        return after.known() && after.id().equals(before.getFirst().id());
    }

    private static List<Identified> identify(Map<String, String> known, Items... items) {
        return EpisodeIdentity.identify(
                "show", Arrays.stream(items).map(Items::build).toList(), known);
    }

    private static Map<String, String> remember(List<Identified> named) {
        Map<String, String> known = new HashMap<>();
        named.forEach(one -> one.keys().forEach(key -> known.put(key, one.id())));
        return known;
    }
}
