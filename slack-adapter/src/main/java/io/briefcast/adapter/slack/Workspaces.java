package io.briefcast.adapter.slack;

import java.util.List;
import java.util.Optional;

/** The workspaces in which Briefcast is installed. */
interface Workspaces {
    /** The workspace of that id; empty when Briefcast is not installed there, or no longer. */
    Optional<Workspace> find(String team);

    /** Ids of the people who look after Briefcast there, to be told when something is wrong; may be empty. */
    default List<String> keepers(String team) {
        return List.of();
    }
}
