-- What is due of a task, in order: without it every pick sorts all that is due, ten thousand briefs at eight o'clock.
CREATE INDEX scheduled_tasks_to_pick ON scheduled_tasks (task_name, execution_time) WHERE picked = FALSE;
