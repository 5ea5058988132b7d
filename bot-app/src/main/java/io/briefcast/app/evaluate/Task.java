package io.briefcast.app.evaluate;

import java.util.List;

/** Something that people have judged, and that a program can be measured on. */
interface Task {
    /** Name of the folder with its labels. */
    String folder();

    /** Ours first, then the baselines. */
    List<Figure> measure(Labels labels);
}
