package io.briefcast.pipeline;

import io.briefcast.delivery.DeliveryKey;
import io.briefcast.subscription.BriefTime;
import java.time.Instant;
import java.time.LocalDate;

/** What is to be done when. Ids are made from what a task is about, so that planning it twice plans it once. */
interface Agenda {
    /** Plans a task unless it is planned already. */
    void plan(Task task, String id, Instant at);

    /** Plans a task, or moves it to another time. */
    void move(Task task, String id, Instant at);

    /** Takes a task off, if it is there and nobody is at it. */
    void drop(Task task, String id);

    default void refreshShow(String showId, Instant at) {
        plan(Task.REFRESH_SHOW, showId, at);
    }

    default void readEpisode(String episodeId, Instant at) {
        plan(Task.READ_EPISODE, episodeId, at);
    }

    default void composeBrief(String subscriptionId, BriefTime.Due due) {
        move(Task.COMPOSE_BRIEF, id(new DeliveryKey(subscriptionId, due.day())), due.moment());
    }

    default void deliver(DeliveryKey key, Instant at) {
        plan(Task.DELIVER, id(key), at);
    }

    /** How a brief is called on the agenda. */
    static String id(DeliveryKey key) {
        return key.subscriptionId() + "/" + key.day();
    }

    /** Reads what {@link #id} wrote. */
    static DeliveryKey key(String id) {
        int slash = id.lastIndexOf('/');
        return new DeliveryKey(id.substring(0, slash), LocalDate.parse(id.substring(slash + 1)));
    }
}
