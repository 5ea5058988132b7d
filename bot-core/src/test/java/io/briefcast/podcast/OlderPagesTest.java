package io.briefcast.podcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OlderPagesTest {
    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    private static final OlderPages BEGUN = OlderPages.from("show", page(2)).wanting(50);

    @Test
    void nobodyGoesTheWayUnlessMoreEpisodesAreWanted() {
        assertThat(OlderPages.from("show", page(2)).planned()).isEmpty();
        assertThat(BEGUN.planned()).contains(Instant.EPOCH);
        assertThat(BEGUN.wanting(0).planned()).isEmpty();
    }

    @Test
    void aPageLeadsToTheNextUntilEnoughIsFound() {
        OlderPages second = BEGUN.read(30, Optional.of(page(3)), NOON);
        OlderPages third = second.read(20, Optional.of(page(4)), NOON);

        assertThat(second.next()).contains(page(3));
        assertThat(second.planned()).contains(NOON.plus(Duration.ofMinutes(2)));
        assertThat(third.planned()).isEmpty();
        assertThat(third.wanting(1).next()).as("goes on where it was").contains(page(4));
    }

    @Test
    void aCircleEnds() {
        OlderPages third = BEGUN.read(1, Optional.of(page(3)), NOON);

        assertThat(third.read(1, Optional.of(page(2)), NOON).next()).isEmpty();
        assertThat(third.read(1, Optional.of(page(3)), NOON).next()).isEmpty();
    }

    @Test
    void aWayWithoutEndEnds() {
        OlderPages way = BEGUN;
        int pages = 0;
        while (way.isWanted()) {
            pages++;
            way = way.read(0, Optional.of(page(pages + 2)), NOON);
        }

        assertThat(pages).isEqualTo(200);
    }

    @Test
    void aPageThatCannotBeHadIsTriedSomeTimesAndNoSoonerThanItsServerWishes() {
        assertThat(BEGUN.failed(Duration.ZERO, NOON).planned()).contains(NOON.plus(Duration.ofHours(1)));
        assertThat(BEGUN.failed(Duration.ofHours(9), NOON).planned()).contains(NOON.plus(Duration.ofHours(9)));

        OlderPages failed = BEGUN;
        for (int i = 0; i < 5; i++) {
            assertThat(failed.next()).contains(page(2));
            failed = failed.failed(Duration.ZERO, NOON);
        }
        assertThat(failed.next()).isEmpty();
    }

    private static URI page(int number) {
        return URI.create("https://rent.example/feed?page=" + number);
    }
}
