package io.briefcast.pipeline;

/** The four steps, and reading once more what was read before. */
record Steps(
        RefreshShow refreshShow,
        ReadEpisode readEpisode,
        ReadAgain readAgain,
        ComposeBrief composeBrief,
        Deliver deliver) {
    Step of(Task task) {
        return switch (task) {
            case REFRESH_SHOW -> refreshShow;
            case READ_EPISODE -> readEpisode;
            case READ_AGAIN -> readAgain;
            case COMPOSE_BRIEF -> composeBrief;
            case DELIVER -> deliver;
        };
    }
}
