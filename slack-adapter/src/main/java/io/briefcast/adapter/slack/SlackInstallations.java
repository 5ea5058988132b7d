package io.briefcast.adapter.slack;

import com.slack.api.bolt.model.Bot;
import com.slack.api.bolt.model.Installer;
import com.slack.api.bolt.model.builtin.DefaultInstaller;
import com.slack.api.bolt.service.InstallationService;
import io.briefcast.Secret;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installation.Renewal;
import io.briefcast.delivery.Installations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspaces that installed the bot by OAuth; their tokens are sealed before they are stored. */
final class SlackInstallations implements InstallationService, Workspaces {
    private static final Logger LOG = LoggerFactory.getLogger(SlackInstallations.class);

    private final Installations installations;
    private final ScheduleDesk desk;
    private final SlackVault vault;
    private final SlackRotation rotation;
    private final SlackWelcome welcome;
    private final InstantSource clock;

    SlackInstallations(
            Installations installations,
            ScheduleDesk desk,
            SlackVault vault,
            SlackRotation rotation,
            SlackWelcome welcome,
            InstantSource clock) {
        this.installations = installations;
        this.desk = desk;
        this.vault = vault;
        this.rotation = rotation;
        this.welcome = welcome;
        this.clock = clock;
    }

    @Override
    public Optional<Workspace> find(String team) {
        return find(team, SlackRotation.AHEAD);
    }

    private Optional<Workspace> find(String team, Duration ahead) {
        return installations
                .find(SlackPlatform.NAME, team)
                .flatMap(installation -> rotation.fresh(installation, ahead))
                .flatMap(this::opened);
    }

    @Override
    public List<String> keepers(String team) {
        return installations.find(SlackPlatform.NAME, team).map(Installation::installer).stream()
                .filter(person -> !person.isEmpty())
                .toList();
    }

    private Optional<Workspace> opened(Installation installation) {
        Optional<Secret> token = vault.open(installation.tenant(), installation.sealedToken());
        if (token.isEmpty()) {
            LOG.error(
                    "The token of workspace {} cannot be opened: is briefcast.slack.keyset the one that sealed it?",
                    installation.tenant());
        }
        return token.map(secret -> new Workspace(installation.tenant(), secret, Optional.of(installation.botUser())));
    }

    /**
     * Seals with the primary key what another one sealed, after an operator has added one. A token that is being renewed
     * is left alone: it is sealed with the primary key when that is done.
     */
    void reseal() {
        Instant now = clock.instant();
        installations.all(SlackPlatform.NAME).stream()
                .filter(installation -> !isCurrent(installation))
                .filter(installation -> installations.claimRenewal(installation, now, now.plus(SlackRotation.CLAIM)))
                .forEach(installation ->
                        resealed(installation).ifPresent(resealed -> installations.replace(installation, resealed)));
    }

    private boolean isCurrent(Installation installation) {
        return vault.isCurrent(installation.sealedToken())
                && installation
                        .renewal()
                        .map(renewal -> vault.isCurrent(renewal.sealedToken()))
                        .orElse(true);
    }

    /** Empty when its key is gone. */
    private Optional<Installation> resealed(Installation installation) {
        String team = installation.tenant();
        Optional<Renewal> renewal = installation
                .renewal()
                .map(before -> vault.openRenewal(team, before.sealedToken())
                        .map(token -> new Renewal(vault.sealRenewal(team, token), before.expires()))
                        .orElse(before));
        return vault.open(team, installation.sealedToken())
                .map(token -> installation.with(vault.seal(team, token), renewal));
    }

    @Override
    public void saveInstallerAndBot(Installer installer) {
        if (installer.getTeamId() == null || installer.getBotAccessToken() == null) {
            throw new IllegalArgumentException(
                    "Briefcast is installed in one workspace at a time, not in a whole" + " organisation");
        }
        installations.save(new Installation(
                SlackPlatform.NAME,
                installer.getTeamId(),
                installer.getBotUserId(),
                installer.getInstallerUserId(),
                vault.seal(installer.getTeamId(), new Secret(installer.getBotAccessToken())),
                SlackRotation.renewal(vault, installer.getTeamId(), installer.getBotRefreshToken(), expires(installer)),
                clock.instant()));
        LOG.info("Installed in the Slack workspace {}", installer.getTeamId());
        find(installer.getTeamId()).ifPresent(workspace -> welcome.greet(workspace, installer.getInstallerUserId()));
    }

    private static Instant expires(Installer installer) {
        return Instant.ofEpochMilli(
                Optional.ofNullable(installer.getBotTokenExpiresAt()).orElse(0L));
    }

    @Override
    public void deleteBot(Bot bot) {
        Optional.ofNullable(bot.getTeamId()).ifPresent(this::remove);
    }

    /** People who install it give no token of their own. */
    @Override
    public void deleteInstaller(Installer installer) {}

    /** Uninstalled: the token goes, and everything that was to be sent there. */
    @Override
    public void deleteAll(@Nullable String enterprise, @Nullable String team) {
        if (team != null) {
            remove(team);
            desk.eraseTenant(SlackPlatform.NAME, team);
        }
    }

    /**
     * Whether what Slack says of a workspace is about this installation and not about one before it: events come late.
     *
     * @param at when it happened, in seconds since 1970; none means now
     */
    boolean concerns(String team, @Nullable Integer at) {
        return at == null
                || installations
                        .find(SlackPlatform.NAME, team)
                        .filter(installation -> installation.installedAt().getEpochSecond() > at)
                        .isEmpty();
    }

    /** Erases the token, which works no longer. */
    void remove(String team) {
        installations.remove(SlackPlatform.NAME, team);
        LOG.info("Removed from the Slack workspace {}", team);
    }

    @Override
    public @Nullable Bot findBot(@Nullable String enterprise, @Nullable String team) {
        return installer(team).map(DefaultInstaller::toBot).orElse(null);
    }

    @Override
    public @Nullable Installer findInstaller(
            @Nullable String enterprise, @Nullable String team, @Nullable String user) {
        return null;
    }

    private Optional<DefaultInstaller> installer(@Nullable String team) {
        return Optional.ofNullable(team)
                // Slack waits three seconds for Bolt: a token that still works is good enough.
                .flatMap(id -> find(id, Duration.ZERO))
                .map(workspace -> DefaultInstaller.builder()
                        .teamId(workspace.team())
                        .botUserId(workspace.botUser().orElse(""))
                        .botAccessToken(workspace.token().reveal())
                        .build());
    }

    @Override
    public boolean isHistoricalDataEnabled() {
        return false;
    }

    @Override
    public void setHistoricalDataEnabled(boolean enabled) {
        // Old tokens are overwritten: nobody needs them.
    }
}
