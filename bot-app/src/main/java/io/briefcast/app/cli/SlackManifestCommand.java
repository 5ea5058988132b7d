package io.briefcast.app.cli;

import io.briefcast.command.AppManifest;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/** Prints what somebody pastes into Slack's pages to make the app. */
@Command(
        name = "slack-manifest",
        mixinStandardHelpOptions = true,
        description = "Prints the app manifest that you paste at https://api.slack.com/apps.",
        footer = {
            "",
            "Needs no token and leaves the store alone. Without briefcast.slack.signing-secret the app connects",
            "by Socket Mode; with it, Slack calls at briefcast.public-url."
        })
final class SlackManifestCommand implements Callable<Integer> {
    private static final String SLACK = "slack";
    private final Arguments arguments;

    SlackManifestCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        try (EmptyFolder folder = EmptyFolder.make();
                ConfigurableApplicationContext context = Contexts.working(arguments.in(folder.path()))) {
            String manifest = context.getBeanProvider(AppManifest.class).stream()
                    .filter(candidate -> candidate.platform().equals(SLACK))
                    .map(AppManifest::text)
                    .findFirst()
                    .orElseThrow(() -> new Trouble("This executable was built without Slack."));
            System.out.println(manifest);
            return 0;
        }
    }
}
