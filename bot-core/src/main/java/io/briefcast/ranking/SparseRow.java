package io.briefcast.ranking;

import java.util.Arrays;

/**
 * One value for each insight of the day, of which most are 0: only the others are kept.
 *
 * @param indexes of the insights whose value is above 0, ascending
 * @param values above 0, in the order of the indexes
 */
record SparseRow(int[] indexes, float[] values) {
    /** Keeps what is above 0. */
    static SparseRow of(float[] dense) {
        int[] indexes = new int[dense.length];
        float[] values = new float[dense.length];
        int kept = 0;
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] > 0) {
                indexes[kept] = i;
                values[kept++] = dense[i];
            }
        }
        return new SparseRow(Arrays.copyOf(indexes, kept), Arrays.copyOf(values, kept));
    }

    /** The value of one insight. */
    float at(int index) {
        int place = Arrays.binarySearch(indexes, index);
        return place < 0 ? 0 : values[place];
    }

    /** Raises every lower value of a dense row to the one here. */
    void raise(float[] dense) {
        for (int i = 0; i < indexes.length; i++) {
            dense[indexes[i]] = Math.max(dense[indexes[i]], values[i]);
        }
    }

    /** What it takes in memory, without the objects' headers. */
    int bytes() {
        return indexes.length * (Integer.BYTES + Float.BYTES);
    }
}
