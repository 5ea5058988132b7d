package io.briefcast.language;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes one vector of a text's many. */
final class Pooling {
    private Pooling() {}

    /**
     * The vector of each text's first token, scaled to length 1. The bge models are trained on that token and on no
     * other: averaging over all, as other models want it, is measurably worse.
     *
     * @param hidden texts x tokens x dimension
     */
    static List<Embedding> cls(OnnxTensor hidden) {
        long[] shape = hidden.getInfo().getShape();
        int rowSize = Math.toIntExact(shape[1] * shape[2]);
        FloatBuffer values = hidden.getFloatBuffer();
        List<Embedding> pooled = new ArrayList<>();
        for (int row = 0; row < shape[0]; row++) {
            float[] first = new float[Math.toIntExact(shape[2])];
            values.get(row * rowSize, first);
            pooled.add(new Embedding(unit(first)));
        }
        return pooled;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
