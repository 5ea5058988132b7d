package io.briefcast.adapter.discord;

/** What a forum gets of a brief. */
public enum ForumPosts {
    /** One post a day with everything in it. */
    DAILY,
    /** A post for every insight, which can be answered on its own. */
    INSIGHTS
}
