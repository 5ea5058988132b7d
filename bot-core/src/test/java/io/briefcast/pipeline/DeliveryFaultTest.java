package io.briefcast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short {@link DeliveryFaultRun}; the long one is its {@code main}. */
class DeliveryFaultTest {
    @TempDir
    Path folder;

    @Test
    void twoProcessesKilledAndFrozenLoseNothingAndDoubleNothing() throws IOException, InterruptedException {
        var figures = DeliveryFaultRun.run(new DeliveryFaultRun.Plan(120, 6, 2, 20260309), folder);

        assertThat(figures.lost()).as("lost").isZero();
        assertThat(figures.unsettled()).as("not sent in the end").isZero();
        assertThat(figures.doubled() - figures.inTheWindow())
                .as("doubled though no call was frozen before its bytes left")
                .isZero();
    }
}
