package io.briefcast.app.cli;

import io.briefcast.command.AppManifest;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what somebody pastes into Slack's pages to make the app. */
@Command(
        name = "slack-manifest",
        mixinStandardHelpOptions = true,
        description = "Prints the app manifest that you paste at https://api.slack.com/apps.",
        footer = {
            "",
            "Needs no token and leaves the store alone. The app connects by Socket Mode; with --http, or with",
            "briefcast.slack.signing-secret set, Slack calls at briefcast.public-url."
        })
final class SlackManifestCommand implements Callable<Integer> {
    private static final String SLACK = "slack";
    private final Arguments arguments;

    @Option(names = "--http", description = "Slack calls at briefcast.public-url, as many workspaces need it.")
    private boolean http;

    SlackManifestCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        try (EmptyFolder folder = EmptyFolder.make();
                ConfigurableApplicationContext context = Contexts.working(arguments.in(folder.path()))) {
            AppManifest manifest = context.getBeanProvider(AppManifest.class).stream()
                    .filter(candidate -> candidate.platform().equals(SLACK))
                    .findFirst()
                    .orElseThrow(() -> new Trouble("This executable was built without Slack."));
            boolean called = http || context.getEnvironment().containsProperty("briefcast.slack.signing-secret");
            System.out.println(manifest.text(called)
                    .orElseThrow(() -> new Trouble("Slack cannot call without an address: give the one under which"
                            + " Slack reaches this, such as --briefcast.public-url=https://briefs.example.org")));
            return 0;
        }
    }
}
