package io.briefcast.command;

import io.briefcast.podcast.Ids;
import io.briefcast.podcast.Tenant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Who asks.
 *
 * @param platform name of the {@code ChatPlatform}
 * @param tenant workspace or guild, empty where there is none
 * @param userId the platform's own id
 * @param name as the platform shows it
 * @param managesPlace whether this person may change what the channel gets where it is asked; checked at every request
 * @param managesWorkspace whether this person may change what the whole workspace gets; checked at every request
 * @param zone the person's time zone where the platform knows it, else the operator's default
 * @param locale the person's language
 */
public record Asker(
        String platform,
        String tenant,
        String userId,
        String name,
        boolean managesPlace,
        boolean managesWorkspace,
        ZoneId zone,
        Locale locale) {
    /** Stable id of the person across requests. */
    public String id() {
        return Ids.of("person", platform, tenant, userId);
    }

    /** Whose list of shows this person sees. */
    public Tenant home() {
        return new Tenant(platform, tenant);
    }

    /**
     * Where direct messages go when the person asks for them from within a channel: the id, behind the tenant where
     * there is one. Platforms take it as an address; what was asked in a direct conversation goes to that one.
     */
    public String directAddress() {
        return tenant.isEmpty() ? userId : tenant + "/" + userId;
    }
}
