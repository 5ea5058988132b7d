package io.briefcast.insight;

import java.util.List;

/** Remembers what the cold opens of the shows followed here teach; none of it leaves this store. */
public interface ColdOpens {
    /** For readings that remember nothing. */
    ColdOpens FORGOTTEN = new ColdOpens() {
        @Override
        public void remember(String episodeId, ColdOpen coldOpen) {}

        @Override
        public int clips() {
            return 0;
        }

        @Override
        public List<ColdOpen> newest(int clips) {
            return List.of();
        }
    };

    /** In place of what was known of the episode. */
    void remember(String episodeId, ColdOpen coldOpen);

    /** How many are remembered. */
    int clips();

    /** Those of the newest episodes, oldest first, until they have so many clips. */
    List<ColdOpen> newest(int clips);
}
