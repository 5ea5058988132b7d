package io.briefcast.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command line, split into what the command reads and the settings that go to Spring.
 *
 * @param command verbs, options and operands
 * @param settings such as {@code --briefcast.data-dir=/srv/briefcast}
 */
record Arguments(List<String> command, List<String> settings) {
    private static final Pattern SETTING =
            Pattern.compile("--(briefcast|spring|server|logging|management)\\.[\\w.\\[\\]-]+(=.*)?", Pattern.DOTALL);

    private static final String DATA_DIR = "--briefcast.data-dir=";

    Arguments {
        command = List.copyOf(command);
        settings = List.copyOf(settings);
    }

    static Arguments split(String... args) {
        List<String> command = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (String arg : args) {
            (SETTING.matcher(arg).matches() ? settings : command).add(arg);
        }
        return new Arguments(command, settings);
    }

    /** The same with another data folder. */
    Arguments in(Path dataDir) {
        List<String> others = new ArrayList<>(settings);
        others.removeIf(setting -> setting.startsWith(DATA_DIR));
        others.add(DATA_DIR + dataDir);
        return new Arguments(command, others);
    }
}
