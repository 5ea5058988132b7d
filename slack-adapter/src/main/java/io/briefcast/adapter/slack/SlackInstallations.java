package io.briefcast.adapter.slack;

import com.slack.api.bolt.model.Bot;
import com.slack.api.bolt.model.Installer;
import com.slack.api.bolt.model.builtin.DefaultInstaller;
import com.slack.api.bolt.service.InstallationService;
import io.briefcast.Secret;
import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installations;
import io.briefcast.subscription.Subscriptions;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspaces that installed the bot by OAuth; their tokens are sealed before they are stored. */
final class SlackInstallations implements InstallationService, Workspaces {
    private static final Logger LOG = LoggerFactory.getLogger(SlackInstallations.class);

    private final Installations installations;
    private final Subscriptions subscriptions;
    private final SlackVault vault;
    private final SlackWelcome welcome;
    private final InstantSource clock;

    SlackInstallations(
            Installations installations,
            Subscriptions subscriptions,
            SlackVault vault,
            SlackWelcome welcome,
            InstantSource clock) {
        this.installations = installations;
        this.subscriptions = subscriptions;
        this.vault = vault;
        this.welcome = welcome;
        this.clock = clock;
    }

    @Override
    public Optional<Workspace> find(String team) {
        return installations.find(SlackPlatform.NAME, team).flatMap(this::opened);
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

    /** Seals every token with the primary key, after an operator has added one. */
    void reseal() {
        for (Installation installation : installations.all(SlackPlatform.NAME)) {
            vault.open(installation.tenant(), installation.sealedToken())
                    .ifPresent(token -> installations.save(new Installation(
                            installation.platform(),
                            installation.tenant(),
                            installation.botUser(),
                            installation.installer(),
                            vault.seal(installation.tenant(), token),
                            installation.installedAt())));
        }
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
                clock.instant()));
        LOG.info("Installed in the Slack workspace {}", installer.getTeamId());
        find(installer.getTeamId()).ifPresent(workspace -> welcome.greet(workspace, installer.getInstallerUserId()));
    }

    @Override
    public void deleteBot(Bot bot) {
        remove(bot.getTeamId());
    }

    /** People who install it give no token of their own. */
    @Override
    public void deleteInstaller(Installer installer) {}

    /** Uninstalled: the token goes, and everything that was to be sent there. */
    @Override
    public void deleteAll(@Nullable String enterprise, @Nullable String team) {
        remove(team);
        subscriptions.all().stream()
                .filter(subscription -> subscription.audience().platform().equals(SlackPlatform.NAME))
                .filter(subscription -> subscription.audience().tenant().equals(team))
                .forEach(subscription -> subscriptions.remove(subscription.id()));
    }

    private void remove(@Nullable String team) {
        if (team != null) {
            installations.remove(SlackPlatform.NAME, team);
            LOG.info("Removed from the Slack workspace {}", team);
        }
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
                .flatMap(this::find)
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
