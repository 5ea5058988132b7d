package io.briefcast.store;

import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Installations in a database. */
public final class JdbcInstallations implements Installations {
    private final Database db;

    public JdbcInstallations(Database db) {
        this.db = db;
    }

    @Override
    public void save(Installation installation) {
        db.jdbc()
                .sql("""
                INSERT INTO installations (platform, tenant, bot_user, installer, sealed_token, installed_at)
                VALUES (:platform, :tenant, :botUser, :installer, :sealedToken, :installedAt)
                ON CONFLICT (platform, tenant) DO UPDATE SET bot_user = excluded.bot_user,
                    installer = excluded.installer, sealed_token = excluded.sealed_token,
                    installed_at = excluded.installed_at""")
                .param("platform", installation.platform())
                .param("tenant", installation.tenant())
                .param("botUser", installation.botUser())
                .param("installer", installation.installer())
                .param("sealedToken", installation.sealedToken())
                .param("installedAt", installation.installedAt().toEpochMilli())
                .update();
    }

    @Override
    public Optional<Installation> find(String platform, String tenant) {
        return db.jdbc()
                .sql("SELECT * FROM installations WHERE platform = ? AND tenant = ?")
                .params(platform, tenant)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public List<Installation> all(String platform) {
        return db.jdbc()
                .sql("SELECT * FROM installations WHERE platform = ? ORDER BY tenant")
                .param(platform)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public void remove(String platform, String tenant) {
        db.jdbc()
                .sql("DELETE FROM installations WHERE platform = ? AND tenant = ?")
                .params(platform, tenant)
                .update();
    }

    private static Installation read(ResultSet row) throws SQLException {
        return new Installation(
                row.getString("platform"),
                row.getString("tenant"),
                row.getString("bot_user"),
                row.getString("installer"),
                row.getString("sealed_token"),
                Instant.ofEpochMilli(row.getLong("installed_at")));
    }
}
