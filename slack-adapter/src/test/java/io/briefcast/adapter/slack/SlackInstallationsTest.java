package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.slack.api.app_backend.SlackSignature.Generator;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import io.briefcast.Secret;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.delivery.Installation;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackInstallationsTest {
    private final TestClock clock = new TestClock(InstantSource.system().instant());
    private final FakeSlack slack = new FakeSlack(clock);
    private final MemoryInstallations stored = new MemoryInstallations();
    private final Secret keyset = SlackVault.fresh();
    private final SlackWork work = new SlackWork();
    private final SlackWelcome welcome = new SlackWelcome(
            SlackClient.of(slack.api()), new SlackTurns(clock, clock), work, new CommandCatalogue(List.of()));
    private final ErasingDesk desk = new ErasingDesk();
    private final SlackVault vault = SlackVault.of(keyset);
    private final SlackInstallations installations = new SlackInstallations(
            stored,
            desk,
            vault,
            new SlackRotation(SlackClient.of(slack.api()), settings(), stored, vault, clock),
            welcome,
            clock);
    private final SlackEntry entry = new SlackEntry(app(), new Secret("signing"), clock);

    @AfterEach
    void close() {
        work.close();
        slack.close();
    }

    @Test
    void installsInAWorkspaceAndSealsItsToken() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");

        Response done = comesBack(begins(), "code-1");

        assertThat(done.getStatusCode()).isEqualTo(200);
        assertThat(installations.find("T0SECOND").orElseThrow().token().reveal())
                .isEqualTo("xoxb-token-of-the-second-workspace");
        assertThat(stored.toString()).contains("T0SECOND").doesNotContain("xoxb");
    }

    @Test
    void greetsWhoeverInstalledItOnce() {
        install("T0SECOND", "xoxb-token-of-the-second-workspace");

        work.close();

        assertThat(slack.posted()).hasSize(1);
        assertThat(slack.posted().getFirst().channel()).isEqualTo("D0ADA");
        assertThat(slack.posted().getFirst().arguments().get("text")).isEqualTo("Briefcast is here");
    }

    @Test
    void takesAStateOnceAndOnlyFromTheBrowserThatBegan() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");
        slack.offer("code-2", "T0THIRD", "xoxb-token-of-the-third-workspace");
        String state = begins();

        browse("code=code-1&state=" + state, "slack-app-oauth-state=another");
        assertThat(stored.all("slack")).isEmpty();

        comesBack(state, "code-1");
        comesBack(state, "code-2");
        assertThat(stored.all("slack")).extracting(Installation::tenant).containsExactly("T0SECOND");
    }

    @Test
    void forgetsAStateAfterTenMinutes() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");
        String state = begins();
        clock.advance(Duration.ofMinutes(11));

        comesBack(state, "code-1");

        assertThat(stored.all("slack")).isEmpty();
    }

    @Test
    void keepsTheTokensOfWorkspacesApart() {
        install("T0SECOND", "xoxb-token-of-the-second-workspace");
        install("T0THIRD", "xoxb-token-of-the-third-workspace");

        assertThat(installations.find("T0SECOND").orElseThrow().token().reveal())
                .contains("second");
        assertThat(installations.find("T0THIRD").orElseThrow().token().reveal()).contains("third");
        assertThat(installations.find("T0OTHER")).isEmpty();
    }

    @Test
    void erasesAWorkspaceThatUninstallsInWhateverOrderSlackSaysSo() {
        for (List<String> order :
                List.of(List.of("app_uninstalled", "tokens_revoked"), List.of("tokens_revoked", "app_uninstalled"))) {
            install("T0SECOND", "xoxb-token-of-the-second-workspace");
            install("T0THIRD", "xoxb-token-of-the-third-workspace");
            desk.erased.clear();

            order.forEach(
                    event -> assertThat(says(event, "T0SECOND", clock.instant()).getStatusCode())
                            .isEqualTo(200));

            assertThat(installations.find("T0SECOND")).isEmpty();
            assertThat(installations.find("T0THIRD")).isPresent();
            assertThat(desk.erased).containsExactly("slack/T0SECOND");
        }
    }

    @Test
    void keepsAnInstallationThatIsNewerThanTheEventThatComesLate() {
        Instant uninstalled = clock.instant();
        clock.advance(Duration.ofSeconds(5));
        install("T0SECOND", "xoxb-token-of-the-second-workspace");

        says("tokens_revoked", "T0SECOND", uninstalled);
        says("app_uninstalled", "T0SECOND", uninstalled);

        assertThat(installations.find("T0SECOND")).isPresent();
        assertThat(desk.erased).isEmpty();
    }

    @Test
    void namesWhoeverInstalledItAsTheOneToTell() {
        install("T0SECOND", "xoxb-token-of-the-second-workspace");

        assertThat(installations.keepers("T0SECOND")).containsExactly("U0ADA");
        assertThat(installations.keepers("T0OTHER")).isEmpty();
    }

    @Test
    void renewsATokenOnceHoweverManyAskForIt() {
        slack.rotateTokens();
        install("T0SECOND", "xoxb-token-of-the-second-workspace");
        clock.advance(Duration.ofHours(11));

        List<String> tokens = together(8, i -> i % 2 == 0 ? installations : anotherProcess());

        // Another process may still have the old one, which works for an hour more.
        assertThat(tokens).allMatch(token -> slack.accepts(token));
        assertThat(installations.find("T0SECOND").orElseThrow().token().reveal())
                .startsWith("xoxe.xoxb-renewed-");
        assertThat(refreshes()).isEqualTo(1);
        assertThat(stored.toString()).doesNotContain("xoxe");
    }

    @Test
    void renewsATokenAgainAndAgain() {
        slack.rotateTokens();
        install("T0SECOND", "xoxb-token-of-the-second-workspace");

        for (int day = 0; day < 5; day++) {
            clock.advance(Duration.ofHours(24));
            assertThat(slack.accepts(
                            installations.find("T0SECOND").orElseThrow().token().reveal()))
                    .isTrue();
        }
        assertThat(refreshes()).isEqualTo(5);
    }

    @Test
    void triesAgainAfterAMinuteWhenSlackCouldNotRenewAToken() {
        slack.rotateTokens();
        install("T0SECOND", "xoxb-token-of-the-second-workspace");
        work.close();
        clock.advance(Duration.ofHours(11));
        slack.misbehave(new FakeSlack.Fault.Status(503, Map.of()));

        String old = installations.find("T0SECOND").orElseThrow().token().reveal();
        assertThat(installations.find("T0SECOND").orElseThrow().token().reveal())
                .isEqualTo(old);
        assertThat(refreshes()).as("one try a minute").isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));

        assertThat(installations.find("T0SECOND").orElseThrow().token().reveal())
                .isNotEqualTo(old);
    }

    @Test
    void opensEverythingAfterAKeyWasAddedAndTheOldOneTakenAway() throws GeneralSecurityException {
        slack.rotateTokens();
        install("T0SECOND", "xoxb-token-of-the-second-workspace");
        work.close();
        KeysetHandle added = keys(SlackVault.fresh());
        KeysetHandle both = KeysetHandle.newBuilder(keys(keyset))
                .addEntry(KeysetHandle.importKey(added.getPrimary().getKey())
                        .withFixedId(added.getPrimary().getId())
                        .makePrimary())
                .build();

        process(vault(both)).reseal();
        SlackInstallations after = process(vault(added));

        assertThat(after.find("T0SECOND").orElseThrow().token().reveal())
                .isEqualTo("xoxb-token-of-the-second-workspace");
        clock.advance(Duration.ofHours(11));
        assertThat(after.find("T0SECOND").orElseThrow().token().reveal()).startsWith("xoxe.xoxb-renewed-");
    }

    @Test
    void resealsNothingThatThePrimaryKeySealed() {
        slack.rotateTokens();
        install("T0SECOND", "xoxb-token-of-the-second-workspace");
        String sealed = stored.toString();

        installations.reseal();

        assertThat(stored.toString()).isEqualTo(sealed);
    }

    @Test
    void endsNoInstallationByARestart() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");
        String state = begins();

        SlackEntry restarted = new SlackEntry(app(), new Secret("signing"), clock);
        restarted.browse(
                SlackPaths.REDIRECT,
                "code=code-1&state=" + state,
                Map.of("Cookie", List.of("slack-app-oauth-state=" + state)));

        assertThat(installations.find("T0SECOND")).isPresent();
    }

    private static KeysetHandle keys(Secret keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                keyset.reveal(), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static SlackVault vault(KeysetHandle keys) throws GeneralSecurityException {
        return SlackVault.of(new Secret(
                TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get())));
    }

    /** Everything of its own but the store. */
    private SlackInstallations anotherProcess() {
        return process(vault);
    }

    private SlackInstallations process(SlackVault its) {
        SlackRotation rotation = new SlackRotation(SlackClient.of(slack.api()), settings(), stored, its, clock);
        return new SlackInstallations(stored, desk, its, rotation, welcome, clock);
    }

    private static List<String> together(int many, IntFunction<SlackInstallations> asked) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> tokens = IntStream.range(0, many)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> asked.apply(i)
                                    .find("T0SECOND")
                                    .orElseThrow()
                                    .token()
                                    .reveal(),
                            threads))
                    .toList();
            return tokens.stream().map(CompletableFuture::join).toList();
        }
    }

    private long refreshes() {
        return slack.calls("oauth.v2.access").stream()
                .filter(call -> call.argument("grant_type").equals("refresh_token"))
                .count();
    }

    private void install(String team, String token) {
        slack.offer("code-" + team, team, token);
        comesBack(begins(), "code-" + team);
        assertThat(installations.find(team)).isPresent();
    }

    /** A browser begins an installation; the state that it is given. */
    private String begins() {
        Response page = entry.browse(SlackPaths.INSTALL, "", Map.of());
        String cookie =
                page.getHeaders().getOrDefault("Set-Cookie", List.of("")).getFirst();
        assertThat(cookie).contains("HttpOnly", "Secure");
        return cookie.replaceAll("^[^=]+=([^;]+);.*", "$1");
    }

    private Response comesBack(String state, String code) {
        return browse("code=" + code + "&state=" + state, "slack-app-oauth-state=" + state);
    }

    private Response browse(String query, String cookie) {
        return entry.browse(SlackPaths.REDIRECT, query, Map.of("Cookie", List.of(cookie)));
    }

    private Response says(String event, String team, Instant at) {
        String body = """
                {"type":"event_callback","team_id":"%s","api_app_id":"A0","event_id":"Ev%s","event_time":%d,
                 "event":{"type":"%s","tokens":{"oauth":[],"bot":["U0BOT"]}}}""".formatted(team, clock.instant().toEpochMilli(), at.getEpochSecond(), event);
        clock.advance(Duration.ofMillis(1));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return entry.call(
                SlackPaths.EVENTS,
                Map.of(
                        "X-Slack-Request-Timestamp", List.of(timestamp),
                        "X-Slack-Signature", List.of(new Generator("signing").generate(timestamp, body)),
                        "Content-Type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private SlackSettings settings() {
        return new SlackSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Secret("signing")),
                Optional.of("client"),
                Optional.of(new Secret("client-secret")),
                Optional.of(keyset),
                Set.of(),
                slack.api());
    }

    private App app() {
        return SlackApp.distributed(
                SlackClient.of(slack.api()),
                settings(),
                URI.create("https://briefs.example.org"),
                installations,
                new SlackStates(stored, clock));
    }

    /** A desk that only remembers which workspaces it erased. */
    private static final class ErasingDesk implements ScheduleDesk {
        private final List<String> erased = new ArrayList<>();

        @Override
        public Optional<BriefTime.Due> save(Subscription subscription) {
            return Optional.empty();
        }

        @Override
        public Changed change(Subscription seen, UnaryOperator<Subscription> change) {
            return new Changed(change.apply(seen), Optional.empty());
        }

        @Override
        public void erase(String personId) {}

        @Override
        public void eraseTenant(String platform, String tenant) {
            erased.add(platform + "/" + tenant);
        }
    }
}
