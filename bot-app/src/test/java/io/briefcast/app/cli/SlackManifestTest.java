package io.briefcast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackManifestTest {
    @TempDir
    private Path folder;

    @Test
    void printsTheManifestWithoutAToken() throws IOException {
        Ran ran = new Cli(folder.resolve("data")).run("slack-manifest");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        JsonNode manifest = JsonMapper.shared().readTree(ran.out());
        assertThat(manifest.at("/features/slash_commands").findValuesAsString("command"))
                .contains("/brief", "/insights", "/briefcast");
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
        assertThat(Files.exists(folder.resolve("data")))
                .as("the store is left alone")
                .isFalse();
    }

    @Test
    void namesThePublicAddressWhereSlackIsToCall() throws IOException {
        for (String way : List.of("--briefcast.slack.signing-secret=later", "--http")) {
            Ran ran = new Cli(folder.resolve("data"))
                    .run("slack-manifest", way, "--briefcast.public-url=https://briefs.example.org");

            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("\"https://briefs.example.org/slack/events\"");
        }
    }

    @Test
    void saysWhatIsMissingWhereSlackIsToCallAndThereIsNoAddress() throws IOException {
        Ran ran = new Cli(folder.resolve("data")).run("slack-manifest", "--http");

        assertThat(ran.exitCode()).isNotZero();
        assertThat(ran.out()).isBlank();
        assertThat(ran.err()).contains("--briefcast.public-url=https://briefs.example.org");
    }
}
