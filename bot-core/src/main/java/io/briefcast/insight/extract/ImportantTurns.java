package io.briefcast.insight.extract;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ranks the turns of a conversation by how much the rest hangs on them: how much they say, whether they give reasons and
 * speak for everybody, how central they are, and how early they come. The weights were chosen on marked meetings.
 */
public final class ImportantTurns {
    private static final double CUES = 0.5;
    private static final double CENTRAL = 0.5;
    private static final double EARLY = 0.5;

    private ImportantTurns() {}

    /**
     * Positions of the turns, most important first.
     *
     * @param turns what was said, in order; may be empty
     */
    public static List<Integer> rank(List<String> turns, Embedder embedder) {
        if (turns.isEmpty()) {
            return List.of();
        }
        List<Tokens> tokens = turns.stream().map(Tokens::of).toList();
        Rarity rarity = new Rarity(tokens);
        List<Embedding> meanings = embedder.embed(turns);
        Embedding mean = Advertising.mean(meanings);
        double[] information = standard(tokens, turn -> Math.log(1 + information(turn, rarity)));
        double[] cues = standard(tokens, ImportantTurns::cues);
        double[] central =
                Centrality.standard(meanings.stream().mapToDouble(mean::cosine).toArray());
        double[] early = Centrality.standard(
                IntStream.range(0, turns.size()).mapToDouble(i -> -i).toArray());
        return IntStream.range(0, turns.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -information[i] - CUES * cues[i] - CENTRAL * central[i] - EARLY * early[i]))
                .toList();
    }

    private interface Measure {
        double of(Tokens turn);
    }

    private static double[] standard(List<Tokens> turns, Measure measure) {
        return Centrality.standard(turns.stream().mapToDouble(measure::of).toArray());
    }

    /** Sum of the rarities of the different words that carry meaning. */
    private static double information(Tokens turn, Rarity rarity) {
        Set<String> seen = new HashSet<>();
        double sum = 0;
        for (int i = 0; i < turn.size(); i++) {
            sum += turn.isContent(i) && seen.add(turn.get(i)) ? rarity.of(turn.get(i)) : 0;
        }
        return sum;
    }

    private static double cues(Tokens turn) {
        return turn.lower().stream()
                .filter(word ->
                        Lexicon.CLAIM.contains(word) || Lexicon.CAUSAL.contains(word) || Lexicon.WE.contains(word))
                .count();
    }
}
