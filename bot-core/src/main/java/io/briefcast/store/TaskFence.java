package io.briefcast.store;

/** Keeps a worker that was taken for dead from writing: its task has gone to another one since. */
public final class TaskFence {
    private final Database db;

    public TaskFence(Database db) {
        this.db = db;
    }

    /**
     * Holds a task row until the running transaction ends, so that nobody can revive the task meanwhile.
     *
     * @param version the row's version when the worker picked it
     * @return false when somebody else has it, or it is gone; then nothing may be written
     */
    public boolean hold(String task, String id, long version) {
        return db.jdbc().sql("""
                UPDATE scheduled_tasks SET picked = TRUE
                WHERE task_name = ? AND task_instance = ? AND version = ? AND picked = TRUE""").params(task, id, version).update() == 1;
    }
}
