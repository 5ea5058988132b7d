package io.briefcast.pipeline;

/** Watches long work, to show it to people. Calls may come from several threads, one at a time. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String what, int total) {}

        @Override
        public void step(String label) {}

        @Override
        public void end() {}
    };

    /**
     * Work begins.
     *
     * @param what the work in words, such as {@code Reading episodes}
     * @param total how many steps will follow
     */
    void begin(String what, int total);

    /**
     * One more is done.
     *
     * @param label what was just done, such as the title of an episode
     */
    void step(String label);

    /** All is done, or the rest was given up. */
    void end();
}
