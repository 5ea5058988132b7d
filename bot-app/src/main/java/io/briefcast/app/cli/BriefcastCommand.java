package io.briefcast.app.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The executable: picks the command, and turns trouble into one sentence and an exit code. */
@Command(
        name = "briefcast",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads podcasts and brings the top five insights of the day.",
        footer = {
            "",
            "Settings go behind any command as --briefcast.…=…, or into the environment; the README lists them.",
            "Without a command it serves. Data goes to standard output, the log to standard error."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it worked",
            "1:it did not; a sentence on standard error says why",
            "2:the command line is wrong"
        })
public final class BriefcastCommand implements Runnable {
    private final Arguments arguments;

    BriefcastCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    /** Runs a command line; the answer is the exit code. */
    public static int run(String... args) {
        System.setOut(inUtf8(System.out));
        System.setErr(inUtf8(System.err));
        Arguments arguments = Arguments.split(args);
        Optional<String> complaint = KnownSettings.read().complaint(arguments.settings(), System.getenv());
        if (complaint.isPresent()) {
            System.err.println(complaint.get());
            return CommandLine.ExitCode.USAGE;
        }
        return line(arguments).execute(arguments.command().toArray(String[]::new));
    }

    /** Data and complaints are the same bytes wherever they are printed: under cron Java would print ASCII. */
    private static PrintStream inUtf8(PrintStream out) {
        return out.charset().equals(StandardCharsets.UTF_8) ? out : new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static CommandLine line(Arguments arguments) {
        return new CommandLine(new BriefcastCommand(arguments))
                .addSubcommand(new ServeCommand(arguments))
                .addSubcommand(new BriefCommand(arguments))
                .addSubcommand(new ImportCommand(arguments))
                .addSubcommand(new RereadCommand(arguments))
                .addSubcommand(new SearchCommand(arguments))
                .addSubcommand(new InspectCommand(arguments))
                .addSubcommand(new SlackManifestCommand(arguments))
                .addSubcommand(new EvaluateCommand())
                .setUseSimplifiedAtFiles(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> tell(failure));
    }

    /** The commands in the order in which help shows them. */
    public static List<String> names() {
        return List.copyOf(line(Arguments.split(new String[0])).getSubcommands().keySet());
    }

    private static int tell(Exception failure) throws Exception {
        String sentence = Trouble.sentence(failure).orElseThrow(() -> failure);
        System.err.println(sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        new ServeCommand(arguments).run();
    }
}
