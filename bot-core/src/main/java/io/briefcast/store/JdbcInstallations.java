package io.briefcast.store;

import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installation.Renewal;
import io.briefcast.delivery.Installations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Installations in a database. */
public final class JdbcInstallations implements Installations {
    private final Database db;

    public JdbcInstallations(Database db) {
        this.db = db;
    }

    @Override
    public void save(Installation installation) {
        write("""
                INSERT INTO installations (platform, tenant, bot_user, installer, sealed_token, sealed_refresh, expires,
                    installed_at, renewing_until)
                VALUES (:platform, :tenant, :botUser, :installer, :token, :refresh, :expires, :installedAt, 0)
                ON CONFLICT (platform, tenant) DO UPDATE SET bot_user = excluded.bot_user,
                    installer = excluded.installer, sealed_token = excluded.sealed_token,
                    sealed_refresh = excluded.sealed_refresh, expires = excluded.expires,
                    installed_at = excluded.installed_at, renewing_until = 0""", installation).update();
    }

    @Override
    public boolean claimRenewal(Installation seen, Instant now, Instant until) {
        return db.jdbc()
                        .sql("""
                UPDATE installations SET renewing_until = :until
                WHERE platform = :platform AND tenant = :tenant AND sealed_token = :seen
                    AND renewing_until <= :now""")
                        .param("until", until.toEpochMilli())
                        .param("platform", seen.platform())
                        .param("tenant", seen.tenant())
                        .param("seen", seen.sealedToken())
                        .param("now", now.toEpochMilli())
                        .update()
                == 1;
    }

    @Override
    public boolean replace(Installation seen, Installation renewed) {
        return write("""
                UPDATE installations SET bot_user = :botUser, installer = :installer, sealed_token = :token,
                    sealed_refresh = :refresh, expires = :expires, installed_at = :installedAt, renewing_until = 0
                WHERE platform = :platform AND tenant = :tenant AND sealed_token = :seen""", renewed).param("seen", seen.sealedToken()).update() == 1;
    }

    private JdbcClient.StatementSpec write(String sql, Installation installation) {
        return db.jdbc()
                .sql(sql)
                .param("platform", installation.platform())
                .param("tenant", installation.tenant())
                .param("botUser", installation.botUser())
                .param("installer", installation.installer())
                .param("token", installation.sealedToken())
                .param(
                        "refresh",
                        installation.renewal().map(Renewal::sealedToken).orElse(null),
                        Types.VARCHAR)
                .param(
                        "expires",
                        installation
                                .renewal()
                                .map(renewal -> renewal.expires().toEpochMilli())
                                .orElse(null),
                        Types.BIGINT)
                .param("installedAt", installation.installedAt().toEpochMilli());
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

    @Override
    public void begin(String platform, String state, Instant now, Instant until, int most) {
        db.jdbc()
                .sql("DELETE FROM installations_under_way WHERE until <= ?")
                .param(now.toEpochMilli())
                .update();
        db.jdbc().sql("""
                DELETE FROM installations_under_way WHERE state IN (
                    SELECT state FROM installations_under_way WHERE platform = ?
                    ORDER BY until DESC, state LIMIT 1000000 OFFSET ?)""").params(platform, most - 1).update();
        db.jdbc()
                .sql("INSERT INTO installations_under_way (platform, state, until) VALUES (?, ?, ?)")
                .params(platform, state, until.toEpochMilli())
                .update();
    }

    @Override
    public boolean isUnderWay(String platform, String state, Instant now) {
        return db.jdbc()
                        .sql(
                                "SELECT count(*) FROM installations_under_way WHERE platform = ? AND state = ? AND until > ?")
                        .params(platform, state, now.toEpochMilli())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Override
    public void forget(String platform, String state) {
        db.jdbc()
                .sql("DELETE FROM installations_under_way WHERE platform = ? AND state = ?")
                .params(platform, state)
                .update();
    }

    private static Installation read(ResultSet row) throws SQLException {
        return new Installation(
                row.getString("platform"),
                row.getString("tenant"),
                row.getString("bot_user"),
                row.getString("installer"),
                row.getString("sealed_token"),
                renewal(row),
                Instant.ofEpochMilli(row.getLong("installed_at")));
    }

    private static Optional<Renewal> renewal(ResultSet row) throws SQLException {
        String refresh = row.getString("sealed_refresh");
        return refresh == null
                ? Optional.empty()
                : Optional.of(new Renewal(refresh, Instant.ofEpochMilli(row.getLong("expires"))));
    }
}
