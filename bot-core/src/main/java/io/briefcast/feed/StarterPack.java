package io.briefcast.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Shows to begin with, as lists that come along. */
public enum StarterPack {
    TECHNOLOGY,
    BUSINESS_AND_SCIENCE;

    /** The pack of this name, whatever its case. */
    public static Optional<StarterPack> named(String name) {
        return Arrays.stream(values())
                .filter(pack -> pack.id().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** What people type. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The shows of the pack. */
    public Opml.Outline outline() {
        String file = "/starter-packs/%s.opml".formatted(id());
        try (InputStream in = Objects.requireNonNull(StarterPack.class.getResourceAsStream(file), file)) {
            return Opml.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
