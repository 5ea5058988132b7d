package io.briefcast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {
    private final KnownSettings settings = KnownSettings.read();

    @Test
    void aSettingThatExistsIsAcceptedInEverySpelling() {
        assertThat(settings.complaint(
                        List.of("--briefcast.data-dir=/tmp/x", "--server.port=0"),
                        Map.of("BRIEFCAST_DATA_DIR", "/tmp/x", "BRIEFCAST_DATADIR", "/tmp/x", "PATH", "/bin")))
                .isEmpty();
    }

    @Test
    void aMisspeltArgumentIsNamedWithItsNeighbours() {
        assertThat(settings.complaint(List.of("--briefcast.data-dri=/tmp/x"), Map.of()))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("no setting 'briefcast.data-dri'")
                        .contains("'briefcast.data-dir'"));
    }

    @Test
    void aMisspeltEnvironmentVariableIsNamedToo() {
        assertThat(settings.complaint(List.of(), Map.of("BRIEFCAST_DATA_DRI", "/tmp/x")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("BRIEFCAST_DATA_DRI"));
    }
}
