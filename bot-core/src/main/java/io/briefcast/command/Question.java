package io.briefcast.command;

import io.briefcast.podcast.Ids;
import java.util.Map;
import java.util.TreeMap;

/** A command with its options, remembered under a short id, so that paging and sharing work on old messages. */
public record Question(String path, Map<String, String> options) {
    public Question {
        options = Map.copyOf(options);
    }

    /** 13 characters; the same question has the same id. */
    public String id() {
        return Ids.of("question", path, new TreeMap<>(options).toString());
    }
}
