package io.briefcast.store;

import io.briefcast.insight.ColdOpen;
import io.briefcast.insight.ColdOpen.Example;
import io.briefcast.insight.ColdOpens;
import io.briefcast.language.Embedding;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Cold opens in a database: one row an episode that has one. */
public final class JdbcColdOpens implements ColdOpens {
    private final Database db;

    public JdbcColdOpens(Database db) {
        this.db = db;
    }

    @Override
    public void remember(String episodeId, ColdOpen coldOpen) {
        db.transactions().executeWithoutResult(tx -> {
            db.jdbc()
                    .sql("DELETE FROM cold_opens WHERE episode_id = ?")
                    .param(episodeId)
                    .update();
            if (!coldOpen.clips().isEmpty()) {
                write(episodeId, coldOpen);
            }
        });
    }

    private void write(String episodeId, ColdOpen coldOpen) {
        db.jdbc()
                .sql("INSERT INTO cold_opens (episode_id, clips, clip_examples, other_examples) VALUES (?, ?, ?, ?)")
                .params(episodeId, coldOpen.clips().size(), bytes(coldOpen.clips()), bytes(coldOpen.others()))
                .update();
    }

    @Override
    public int clips() {
        return db.jdbc()
                .sql("SELECT COALESCE(SUM(clips), 0) FROM cold_opens")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<ColdOpen> newest(int clips) {
        List<ColdOpen> newest = db.jdbc()
                .sql("""
                SELECT clip_examples, other_examples FROM (
                    SELECT cold_opens.*, episodes.published,
                        SUM(clips) OVER (ORDER BY episodes.published DESC, episode_id) - clips AS newer
                    FROM cold_opens JOIN episodes ON episodes.id = cold_opens.episode_id) AS counted
                WHERE newer < ? ORDER BY published DESC, episode_id""")
                .param(clips)
                .query((row, n) ->
                        new ColdOpen(examples(row.getBytes("clip_examples")), examples(row.getBytes("other_examples"))))
                .list();
        return newest.reversed();
    }

    private static byte[] bytes(List<Example> examples) {
        var bytes = new ByteArrayOutputStream();
        for (Example example : examples) {
            byte[] meaning = example.meaning().small();
            bytes.writeBytes(little(ByteBuffer.allocate(Float.BYTES + Short.BYTES))
                    .putFloat((float) example.score())
                    .putShort((short) meaning.length)
                    .array());
            bytes.writeBytes(meaning);
        }
        return bytes.toByteArray();
    }

    private static List<Example> examples(byte[] bytes) {
        List<Example> examples = new ArrayList<>();
        ByteBuffer rest = little(ByteBuffer.wrap(bytes));
        while (rest.hasRemaining()) {
            float score = rest.getFloat();
            byte[] meaning = new byte[rest.getShort()];
            rest.get(meaning);
            examples.add(new Example(Embedding.ofSmall(meaning), score));
        }
        return examples;
    }

    private static ByteBuffer little(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }
}
