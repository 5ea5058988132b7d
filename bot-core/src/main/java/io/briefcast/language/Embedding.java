package io.briefcast.language;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A unit-length vector that stands for a text's meaning. Treat the array as frozen. */
public record Embedding(float[] vector) {
    /** Sums that do not wait for each other: a processor adds several at a time. */
    private static final int LANES = 4;

    /** Cosine of the angle, in [-1, 1]; both must come from the same model. */
    public double cosine(Embedding other) {
        float[] one = vector;
        float[] two = other.vector;
        int i = one.length % LANES;
        float sum = 0;
        for (int k = 0; k < i; k++) {
            sum += one[k] * two[k];
        }
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (; i < one.length; i += LANES) {
            sum += one[i] * two[i];
            second += one[i + 1] * two[i + 1];
            third += one[i + 2] * two[i + 2];
            fourth += one[i + 3] * two[i + 3];
        }
        return (double) sum + second + third + fourth;
    }

    /** Little-endian 32-bit floats. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    /** Reads what {@link #bytes()} wrote. */
    public static Embedding ofBytes(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return new Embedding(vector);
    }

    /** The direction between some vectors of one model, at least one. */
    public static Embedding mean(List<Embedding> some) {
        float[] sum = some.getFirst().vector.clone();
        for (Embedding other : some.subList(1, some.size())) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other.vector[i];
            }
        }
        return ofLengthOne(sum);
    }

    /** One signed byte a dimension, the largest of them 127: a quarter of the size, for a cosine wrong by 0.005. */
    public byte[] small() {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length && largest > 0; i++) {
            bytes[i] = (byte) Math.round(vector[i] * Byte.MAX_VALUE / largest);
        }
        return bytes;
    }

    /** Reads what {@link #small()} wrote. */
    public static Embedding ofSmall(byte[] bytes) {
        float[] vector = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            vector[i] = bytes[i];
        }
        return ofLengthOne(vector);
    }

    private static Embedding ofLengthOne(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] /= length;
        }
        return new Embedding(vector);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(vector, that.vector);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(vector);
    }

    @Override
    public String toString() {
        return "Embedding[%d]".formatted(vector.length);
    }
}
