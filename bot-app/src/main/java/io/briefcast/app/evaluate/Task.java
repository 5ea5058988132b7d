package io.briefcast.app.evaluate;

import java.util.List;

/** Something that people have judged, and that a program can be measured on. */
interface Task {
    /** Name of the folder with its labels. */
    String folder();

    /** Whether it judges against labels, and not only over transcripts. */
    default boolean needsLabels() {
        return true;
    }

    /** Ours first, then the baselines. */
    List<Figure> measure(Labels labels);
}
