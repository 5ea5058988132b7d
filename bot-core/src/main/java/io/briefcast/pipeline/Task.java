package io.briefcast.pipeline;

import com.github.kagkarlsson.scheduler.task.TaskInstance;

/** The durable tasks in the order of the data, with the name they are stored under. */
enum Task {
    REFRESH_SHOW("refresh-show", 50),
    READ_EPISODE("read-episode", 10),
    /** A task of its own, so that however many are asked for, what is new is read first. */
    READ_AGAIN("read-again", 5),
    COMPOSE_BRIEF("compose-brief", 80),
    DELIVER("deliver", 100);

    private final String key;
    private final int priority;

    Task(String key, int priority) {
        this.key = key;
        this.priority = priority;
    }

    String key() {
        return key;
    }

    /** What is due goes first by this: people wait for briefs, and reading takes long. */
    int priority() {
        return priority;
    }

    TaskInstance<Void> instance(String id) {
        // No data: the id says all there is to know, and the rest is loaded when the task runs.
        return new TaskInstance<>(key, id, () -> null, priority);
    }
}
