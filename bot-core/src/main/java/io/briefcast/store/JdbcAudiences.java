package io.briefcast.store;

import io.briefcast.podcast.Tenant;
import io.briefcast.subscription.Audiences;
import java.util.List;

/** Of whom something is stored, in a database. */
public final class JdbcAudiences implements Audiences {
    private final Database db;

    public JdbcAudiences(Database db) {
        this.db = db;
    }

    @Override
    public void know(Tenant home, String id) {
        // Mostly it is known, and reading waits for nobody.
        if (!isKnown(id)) {
            db.jdbc()
                    .sql("INSERT INTO audiences (id, platform, tenant) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(id, home.platform(), home.workspace())
                    .update();
        }
    }

    private boolean isKnown(String id) {
        return db.jdbc()
                .sql("SELECT id FROM audiences WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
    }

    @Override
    public List<String> of(Tenant home) {
        return db.jdbc()
                .sql("SELECT id FROM audiences WHERE platform = ? AND tenant = ? ORDER BY id")
                .params(home.platform(), home.workspace())
                .query((row, n) -> row.getString("id"))
                .list();
    }

    @Override
    public void forget(String id) {
        db.jdbc().sql("DELETE FROM audiences WHERE id = ?").param(id).update();
    }
}
