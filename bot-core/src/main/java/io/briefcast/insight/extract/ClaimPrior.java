package io.briefcast.insight.extract;

import io.briefcast.language.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * How much a sentence means what claims about the world mean, rather than what product tours, dates, lives and small
 * talk mean. Learnt from five hundred sentences that this project wrote about many matters, so that the kind of sentence
 * counts and not its subject; the weights are made by the tests ({@code ClaimPriorTest}).
 */
final class ClaimPrior {
    static final String WEIGHTS = "claim-prior.txt";
    /** Mean and deviation over sentences of real talk: most of it is no claim. */
    private static final double USUAL = -1.01;

    private static final double DEVIATION = 0.59;
    private static final double MOST = 3;

    private static final LogisticModel MODEL = load();

    private ClaimPrior() {}

    /** In standard deviations from the usual sentence, at most 3 either way. */
    static double of(Embedding meaning) {
        return Math.clamp((MODEL.score(meaning) - USUAL) / DEVIATION, -MOST, MOST);
    }

    private static LogisticModel load() {
        try (InputStream weights = ClaimPrior.class.getResourceAsStream(WEIGHTS)) {
            if (weights == null) {
                throw new IllegalStateException("%s is not on the class path".formatted(WEIGHTS));
            }
            return LogisticModel.read(new String(weights.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(WEIGHTS), e);
        }
    }
}
