package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.slack.api.bolt.response.Response;
import io.briefcast.Secret;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.delivery.Installation;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Subscription;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final ErasingDesk desk = new ErasingDesk();
    private final ManyWorkspaces many = new ManyWorkspaces(slack, clock, stored, desk);
    private final SlackInstallations installations = many.installations;

    @AfterEach
    void close() {
        many.close();
        slack.close();
    }

    @Test
    void installsInAWorkspaceAndSealsItsToken() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");

        Response done = many.comesBack(many.begins(), "code-1");

        assertThat(done.getStatusCode()).isEqualTo(200);
        assertThat(installations.find("T0SECOND").orElseThrow().token().reveal())
                .isEqualTo("xoxb-token-of-the-second-workspace");
        assertThat(stored.toString()).contains("T0SECOND").doesNotContain("xoxb");
    }

    @Test
    void greetsWhoeverInstalledItOnce() {
        many.install("T0SECOND", "xoxb-token-of-the-second-workspace");

        many.close();

        assertThat(slack.posted()).hasSize(1);
        assertThat(slack.posted().getFirst().channel()).isEqualTo("D0ADA");
        assertThat(slack.posted().getFirst().arguments().get("text")).isEqualTo("Briefcast is here");
    }

    @Test
    void takesAStateOnceAndOnlyFromTheBrowserThatBegan() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");
        slack.offer("code-2", "T0THIRD", "xoxb-token-of-the-third-workspace");
        String state = many.begins();

        many.comesBack(state, "code-1", "another");
        assertThat(stored.all("slack")).isEmpty();

        many.comesBack(state, "code-1");
        many.comesBack(state, "code-2");
        assertThat(stored.all("slack")).extracting(Installation::tenant).containsExactly("T0SECOND");
    }

    @Test
    void forgetsAStateAfterTenMinutes() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");
        String state = many.begins();
        clock.advance(Duration.ofMinutes(11));

        many.comesBack(state, "code-1");

        assertThat(stored.all("slack")).isEmpty();
    }

    @Test
    void keepsTheTokensOfWorkspacesApart() {
        many.install("T0SECOND", "xoxb-token-of-the-second-workspace");
        many.install("T0THIRD", "xoxb-token-of-the-third-workspace");

        assertThat(installations.find("T0SECOND").orElseThrow().token().reveal())
                .contains("second");
        assertThat(installations.find("T0THIRD").orElseThrow().token().reveal()).contains("third");
        assertThat(installations.find("T0OTHER")).isEmpty();
    }

    @Test
    void erasesAWorkspaceThatUninstallsInWhateverOrderSlackSaysSo() {
        for (List<String> order :
                List.of(List.of("app_uninstalled", "tokens_revoked"), List.of("tokens_revoked", "app_uninstalled"))) {
            many.install("T0SECOND", "xoxb-token-of-the-second-workspace");
            many.install("T0THIRD", "xoxb-token-of-the-third-workspace");
            desk.erased.clear();

            order.forEach(event -> assertThat(
                            many.says(event, "T0SECOND", clock.instant()).getStatusCode())
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
        many.install("T0SECOND", "xoxb-token-of-the-second-workspace");

        many.says("tokens_revoked", "T0SECOND", uninstalled);
        many.says("app_uninstalled", "T0SECOND", uninstalled);

        assertThat(installations.find("T0SECOND")).isPresent();
        assertThat(desk.erased).isEmpty();
    }

    @Test
    void namesWhoeverInstalledItAsTheOneToTell() {
        many.install("T0SECOND", "xoxb-token-of-the-second-workspace");

        assertThat(installations.keepers("T0SECOND")).containsExactly("U0ADA");
        assertThat(installations.keepers("T0OTHER")).isEmpty();
    }

    @Test
    void renewsATokenOnceHoweverManyAskForIt() {
        slack.rotateTokens();
        many.install("T0SECOND", "xoxb-token-of-the-second-workspace");
        clock.advance(Duration.ofHours(11));

        List<String> tokens = together(8, i -> i % 2 == 0 ? installations : many.process(many.vault));

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
        many.install("T0SECOND", "xoxb-token-of-the-second-workspace");

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
        many.install("T0SECOND", "xoxb-token-of-the-second-workspace");
        many.close();
        clock.advance(Duration.ofHours(11));
        slack.misbehave(new Fault.Status(503, Map.of()));

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
        many.install("T0SECOND", "xoxb-token-of-the-second-workspace");
        many.close();
        KeysetHandle added = keys(SlackVault.fresh());
        KeysetHandle both = KeysetHandle.newBuilder(keys(many.keyset))
                .addEntry(KeysetHandle.importKey(added.getPrimary().getKey())
                        .withFixedId(added.getPrimary().getId())
                        .makePrimary())
                .build();

        many.process(vault(both)).reseal();
        SlackInstallations after = many.process(vault(added));

        assertThat(after.find("T0SECOND").orElseThrow().token().reveal())
                .isEqualTo("xoxb-token-of-the-second-workspace");
        clock.advance(Duration.ofHours(11));
        assertThat(after.find("T0SECOND").orElseThrow().token().reveal()).startsWith("xoxe.xoxb-renewed-");
    }

    @Test
    void resealsNothingThatThePrimaryKeySealed() {
        slack.rotateTokens();
        many.install("T0SECOND", "xoxb-token-of-the-second-workspace");
        String sealed = stored.toString();

        installations.reseal();

        assertThat(stored.toString()).isEqualTo(sealed);
    }

    @Test
    void endsNoInstallationByARestart() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");
        String state = many.begins();

        many.restarted().comesBack(state, "code-1");

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
