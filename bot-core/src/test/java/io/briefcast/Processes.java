package io.briefcast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of other Java processes. */
public final class Processes {
    private Processes() {}

    /** A process of this class path that starts quickly and takes little, since it is killed soon. */
    public static ProcessBuilder small(Class<?> main, String... arguments) {
        List<String> command = java("-XX:TieredStopAtLevel=1", "-Xmx128m");
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** This process's Java and class path; the main class is still to be added. */
    public static List<String> java(String... flags) {
        List<String> command = new ArrayList<>(List.of(executable(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** The Java that runs this process. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
