package io.briefcast.subscription;

import io.briefcast.podcast.Tenant;
import java.util.List;

/** Of which channels and people something is stored, by workspace, so that all of it can be erased with the workspace. */
public interface Audiences {
    /** Remembers that something is stored of this channel or person. */
    void know(Tenant home, String id);

    /** All of a workspace, by id. */
    List<String> of(Tenant home);

    void forget(String id);
}
