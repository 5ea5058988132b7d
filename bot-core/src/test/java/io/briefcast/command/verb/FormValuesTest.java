package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What forms show before anybody changes it. */
class FormValuesTest extends Dialogue {
    @Test
    void aFormShowsWhatIsOrdered() {
        show("The Rack", "Rents fall");
        say(
                "/briefcast subscribe 7:30 zone:Asia/Tokyo days:mon,fri topics:\"chips, energy\" shows:\"The Rack\" count:3");

        assertThat(current("briefcast subscribe", DIRECT))
                .isEqualTo(Map.of(
                        "at", List.of("07:30"),
                        "zone", List.of("Asia/Tokyo"),
                        "days", List.of("mon", "fri"),
                        "topics", List.of("chips", "energy"),
                        "shows", List.of("The Rack"),
                        "count", List.of("3")));
    }

    @Test
    void aFormForTheFirstTimeShowsTheUsual() {
        assertThat(current("briefcast schedule", CHANNEL))
                .containsEntry("at", List.of("08:00"))
                .containsEntry("zone", List.of("Europe/Berlin"))
                .doesNotContainKeys("topics", "shows");
    }

    @Test
    void whatAFormShowsCanBeSentBackAsItIs() {
        show("Rents, Rates, Roofs", "Rents fall");
        show("The Rack", "Chips rise");
        say("/briefcast subscribe shows:\"Rents, Rates, Roofs, The Rack\"");

        Map<String, List<String>> before = current("briefcast subscribe", DIRECT);
        say("/briefcast subscribe shows:\"%s\"".formatted(String.join(",", before.get("shows"))));

        assertThat(before).containsEntry("shows", List.of("Rents, Rates, Roofs", "The Rack"));
        assertThat(current("briefcast subscribe", DIRECT)).isEqualTo(before);
    }

    private Map<String, List<String>> current(String path, Place place) {
        return catalogue.find(path).orElseThrow().current(ADA, place);
    }
}
