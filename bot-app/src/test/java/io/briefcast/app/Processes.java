package io.briefcast.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of other Java processes. */
final class Processes {
    private Processes() {}

    /** This process's Java and class path; the main class is still to be added. */
    static List<String> java(String... flags) {
        List<String> command = new ArrayList<>(List.of(executable(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
