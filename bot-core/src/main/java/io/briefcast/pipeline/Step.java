package io.briefcast.pipeline;

import java.time.Instant;

/**
 * One of the four stations an insight passes. It loads what it needs and decides, without writing; what it found is
 * written, with the tasks that follow, in one transaction by whoever runs it. Running a step twice is harmless: the
 * second run sees what the first has written.
 */
interface Step {
    /**
     * Runs the step once.
     *
     * @param id of the show, episode or brief the step is about
     */
    Outcome run(String id, Instant now);
}
