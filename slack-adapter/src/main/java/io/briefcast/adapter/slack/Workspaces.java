package io.briefcast.adapter.slack;

import java.util.Optional;

/** The workspaces in which Briefcast is installed. */
interface Workspaces {
    /** The workspace of that id; empty when Briefcast is not installed there, or no longer. */
    Optional<Workspace> find(String team);
}
