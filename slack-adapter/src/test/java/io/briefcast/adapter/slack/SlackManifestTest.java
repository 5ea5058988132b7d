package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.message.Message;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackManifestTest {
    private final CommandCatalogue catalogue =
            new CommandCatalogue(List.of(command("brief"), command("briefcast shows add"), command("briefcast help")));

    @Test
    void namesEveryCommandOnce() {
        JsonObject features = manifest(Optional.empty()).getAsJsonObject("features");

        assertThat(features.getAsJsonArray("slash_commands").toString())
                .isEqualTo("[{\"command\":\"/brief\",\"description\":\"Does it\",\"usage_hint\":\"[topic]\","
                        + "\"should_escape\":false},"
                        + "{\"command\":\"/briefcast\",\"description\":\"Everything else: shows, help\","
                        + "\"usage_hint\":\"shows | help\",\"should_escape\":false}]");
    }

    @Test
    void connectsFromOurSideWithoutAPublicAddress() {
        JsonObject manifest = manifest(Optional.empty());

        assertThat(manifest.getAsJsonObject("settings")
                        .get("socket_mode_enabled")
                        .getAsBoolean())
                .isTrue();
        assertThat(manifest.toString()).doesNotContain("http");
    }

    @Test
    void tellsSlackWhereToCallWithAPublicAddress() {
        JsonObject manifest = manifest(Optional.of(URI.create("https://briefs.example.org")));

        assertThat(manifest.getAsJsonObject("settings")
                        .get("socket_mode_enabled")
                        .getAsBoolean())
                .isFalse();
        assertThat(manifest.toString())
                .contains("\"url\":\"https://briefs.example.org/slack/events\"")
                .contains("\"redirect_urls\":[\"https://briefs.example.org/slack/oauth_redirect\"]");
    }

    @Test
    void connectsFromOurSideWhateverThePublicAddressIsFor() {
        SlackManifest manifest = new SlackManifest(catalogue, Optional.of(URI.create("https://briefs.example.org")));

        assertThat(manifest.text(false).orElseThrow()).contains("\"socket_mode_enabled\": true");
    }

    @Test
    void isNoneWhereSlackIsToCallAndNobodyKnowsWhere() {
        assertThat(new SlackManifest(catalogue, Optional.empty()).text(true)).isEmpty();
    }

    private JsonObject manifest(Optional<URI> publicUrl) {
        return JsonParser.parseString(new SlackManifest(catalogue, publicUrl)
                        .text(publicUrl.isPresent())
                        .orElseThrow())
                .getAsJsonObject();
    }

    private static Command command(String path) {
        CommandSpec spec = new CommandSpec(
                path, "Does it", List.of(Option.optional("topic", "About", Kind.TOPIC)), "/" + path, false);
        return new Command() {
            @Override
            public CommandSpec spec() {
                return spec;
            }

            @Override
            public Answer answer(CommandRequest request) {
                return Answer.toAsker(new Message("Done", List.of()));
            }
        };
    }
}
