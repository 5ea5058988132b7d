package io.briefcast.podcast;

/**
 * Whose list of shows: that of a workspace, or the installation's own.
 *
 * @param platform name of the chat platform; empty for the installation
 * @param workspace the platform's id of it; empty where there is none
 */
public record Tenant(String platform, String workspace) {
    /** Who runs Briefcast: the command line and the web pages. */
    public static final Tenant INSTALLATION = new Tenant("", "");
}
