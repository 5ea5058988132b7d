package io.briefcast.store;

import io.briefcast.insight.Boilerplate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What shows repeat, in a database: one row of sorted little-endian 64-bit hashes an episode. */
public final class JdbcBoilerplate implements Boilerplate {
    /** A sponsor's campaign and a show's intro live for weeks: 30 episodes are a month of a daily show. */
    private static final int REMEMBERED = 30;

    private final Database db;

    public JdbcBoilerplate(Database db) {
        this.db = db;
    }

    @Override
    public Set<Long> repeated(String showId, String exceptEpisodeId, int episodes) {
        List<byte[]> rows = db.jdbc()
                .sql("SELECT shingles FROM boilerplate WHERE show_id = ? AND episode_id <> ?")
                .params(showId, exceptEpisodeId)
                .query((row, n) -> row.getBytes("shingles"))
                .list();
        return runs(together(rows), episodes);
    }

    /** All hashes in one sorted array; an episode holds each of its hashes once, so a run's length counts episodes. */
    private static long[] together(List<byte[]> rows) {
        long[] all =
                new long[rows.stream().mapToInt(row -> row.length / Long.BYTES).sum()];
        int at = 0;
        for (byte[] row : rows) {
            LongBuffer hashes = little(row).asLongBuffer();
            int count = hashes.remaining();
            hashes.get(all, at, count);
            at += count;
        }
        Arrays.sort(all);
        return all;
    }

    private static Set<Long> runs(long[] sorted, int atLeast) {
        Set<Long> found = new HashSet<>();
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                if (i - start >= atLeast) {
                    found.add(sorted[start]);
                }
                start = i;
            }
        }
        return found;
    }

    @Override
    public void remember(String showId, String episodeId, Set<Long> shingles) {
        db.transactions().executeWithoutResult(tx -> {
            write(showId, episodeId, shingles);
            forgetOld(showId);
        });
    }

    private void write(String showId, String episodeId, Set<Long> shingles) {
        db.jdbc().sql("""
                INSERT INTO boilerplate (episode_id, show_id, shingles) VALUES (?, ?, ?)
                ON CONFLICT (episode_id) DO UPDATE SET shingles = excluded.shingles""").params(episodeId, showId, bytes(shingles)).update();
    }

    private void forgetOld(String showId) {
        db.jdbc()
                .sql("""
                DELETE FROM boilerplate WHERE show_id = :showId AND episode_id NOT IN (
                    SELECT boilerplate.episode_id FROM boilerplate
                    JOIN episodes ON episodes.id = boilerplate.episode_id
                    WHERE boilerplate.show_id = :showId ORDER BY published DESC, episodes.id LIMIT :remembered)""")
                .param("showId", showId)
                .param("remembered", REMEMBERED)
                .update();
    }

    private static byte[] bytes(Set<Long> shingles) {
        byte[] bytes = new byte[shingles.size() * Long.BYTES];
        ByteBuffer buffer = little(bytes);
        shingles.stream().sorted().forEach(buffer::putLong);
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
