package io.briefcast.podcast;

import java.util.List;

/** Finds the chapters of an episode. */
public interface Chapters {
    /** In the order of their times; none when nobody made any or they cannot be read. */
    List<Chapter> of(Episode episode);
}
