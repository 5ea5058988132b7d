package io.briefcast.pipeline;

/** The four steps. */
record Steps(RefreshShow refreshShow, ReadEpisode readEpisode, ComposeBrief composeBrief, Deliver deliver) {
    Step of(Task task) {
        return switch (task) {
            case REFRESH_SHOW -> refreshShow;
            case READ_EPISODE -> readEpisode;
            case COMPOSE_BRIEF -> composeBrief;
            case DELIVER -> deliver;
        };
    }
}
