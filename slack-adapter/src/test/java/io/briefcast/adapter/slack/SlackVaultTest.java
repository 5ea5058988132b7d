package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackVaultTest {
    private static final Secret TOKEN = new Secret("xoxb-token-of-the-workspace");

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealed() {
        SlackVault vault = SlackVault.of(SlackVault.fresh());

        String sealed = vault.seal("T1", TOKEN);

        assertThat(sealed).doesNotContain("xoxb");
        assertThat(vault.open("T1", sealed)).contains(TOKEN);
    }

    @Test
    void opensNoTokenThatWasMovedToAnotherWorkspace() {
        SlackVault vault = SlackVault.of(SlackVault.fresh());

        assertThat(vault.open("T2", vault.seal("T1", TOKEN))).isEmpty();
    }

    @Test
    void opensNoTokenThatWasMovedToAnotherColumn() {
        SlackVault vault = SlackVault.of(SlackVault.fresh());

        assertThat(vault.openRenewal("T1", vault.seal("T1", TOKEN))).isEmpty();
        assertThat(vault.open("T1", vault.sealRenewal("T1", TOKEN))).isEmpty();
    }

    @Test
    void opensNothingWithOtherKeysAndNothingThatWasChanged() {
        SlackVault vault = SlackVault.of(SlackVault.fresh());
        String sealed = vault.seal("T1", TOKEN);

        assertThat(SlackVault.of(SlackVault.fresh()).open("T1", sealed)).isEmpty();
        assertThat(vault.open("T1", sealed.substring(4))).isEmpty();
        assertThat(vault.open("T1", "no base64!")).isEmpty();
    }

    @Test
    void keepsItsKeysInAFileForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("slack-keyset.json");
        String sealed = SlackVault.in(file).seal("T1", TOKEN);

        assertThat(SlackVault.in(file).open("T1", sealed)).contains(TOKEN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhatIsAllowedInsteadOfAKeySetThatCannotBeRead() {
        assertThatThrownBy(() -> SlackVault.of(new Secret("hunter2")))
                .hasMessageContaining("briefcast.slack.keyset")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }
}
