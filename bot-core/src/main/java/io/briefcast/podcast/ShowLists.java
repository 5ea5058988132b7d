package io.briefcast.podcast;

import java.util.List;

/**
 * Who follows which shows. The installation has one list, which is offered to everybody; each workspace of many, which are
 * those that installed the bot by themselves, adds to it and leaves out of it for itself. Every other tenant has the
 * installation's.
 */
public interface ShowLists {
    /** Whose list a tenant has: its own, or the installation's. */
    Tenant owner(Tenant tenant);

    /** What a tenant sees now; asking costs one look at the store, and gives the same object until something changes. */
    Followed of(Tenant tenant);

    /**
     * Puts a show on a tenant's list, and adds it with its state where nobody follows it yet. One that is known under an
     * older address is that one.
     *
     * @return whether the tenant did not see it before
     */
    boolean follow(Tenant tenant, Show show, FeedState untried);

    /**
     * Takes a show off a tenant's list.
     *
     * @return whether nobody follows it any more
     */
    boolean unfollow(Tenant tenant, String showId);

    /** Erases what a workspace added and left out; gives the ids of the shows that nobody follows any more. */
    List<String> forget(Tenant tenant);
}
