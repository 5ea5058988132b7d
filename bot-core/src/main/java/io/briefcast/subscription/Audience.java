package io.briefcast.subscription;

import io.briefcast.podcast.Tenant;

/**
 * Who reads a brief: a channel or a person on one platform.
 *
 * @param id short, stable and opaque
 * @param platform name of the {@code ChatPlatform}
 * @param kind channel or person
 * @param tenant workspace or guild on the platform, empty where there is none
 * @param address where to post, in the platform's own words
 */
public record Audience(String id, String platform, Kind kind, String tenant, String address) {
    /** Kinds of audience. */
    public enum Kind {
        CHANNEL,
        PERSON
    }

    /** Whose list of shows its briefs are picked from. */
    public Tenant home() {
        return new Tenant(platform, tenant);
    }
}
