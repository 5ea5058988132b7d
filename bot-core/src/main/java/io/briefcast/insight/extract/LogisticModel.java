package io.briefcast.insight.extract;

import io.briefcast.language.Embedding;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells two kinds of sentences apart by their vectors: logistic regression with a ridge, trained by gradient descent.
 *
 * @param weights one for each dimension
 * @param bias log-odds where every dimension is zero
 */
record LogisticModel(Embedding weights, double bias) {
    private static final int STEPS = 1_000;
    private static final double RATE = 0.5;
    /** Measured flat from .0003 to .1: the vectors are short and alike. */
    private static final double RIDGE = 0.003;

    /** Neither list may be empty. */
    static LogisticModel train(List<Embedding> good, List<Embedding> other) {
        List<Embedding> all = Stream.concat(good.stream(), other.stream()).toList();
        float[] mean = mean(all);
        float[][] centred = new float[all.size()][];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = minus(all.get(i).vector(), mean);
        }
        float[] weights = new float[mean.length];
        double bias = 0;
        for (int step = 0; step < STEPS; step++) {
            float[] slope = new float[weights.length];
            double slopeOfBias = 0;
            for (int i = 0; i < centred.length; i++) {
                double wanted = i < good.size() ? 1 : 0;
                double error = 1 / (1 + Math.exp(-dot(weights, centred[i]) - bias)) - wanted;
                add(slope, centred[i], error / centred.length);
                slopeOfBias += error / centred.length;
            }
            add(slope, weights, RIDGE);
            add(weights, slope, -RATE);
            bias -= RATE * slopeOfBias;
        }
        return new LogisticModel(new Embedding(weights), bias - dot(weights, mean));
    }

    /** Log-odds that the sentence is of the first kind. */
    double score(Embedding meaning) {
        return dot(weights.vector(), meaning.vector()) + bias;
    }

    /** As one line of text. */
    String written() {
        return bias + " " + Base64.getEncoder().encodeToString(weights.bytes());
    }

    /** Reads what {@link #written()} wrote. */
    static LogisticModel read(String line) {
        String[] parts = line.strip().split(" ", 2);
        return new LogisticModel(Embedding.ofBytes(Base64.getDecoder().decode(parts[1])), Double.parseDouble(parts[0]));
    }

    private static float[] mean(List<Embedding> all) {
        float[] mean = new float[all.getFirst().vector().length];
        all.forEach(meaning -> add(mean, meaning.vector(), 1.0 / all.size()));
        return mean;
    }

    private static float[] minus(float[] one, float[] other) {
        float[] difference = one.clone();
        add(difference, other, -1);
        return difference;
    }

    private static void add(float[] sum, float[] vector, double factor) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += (float) (factor * vector[d]);
        }
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
