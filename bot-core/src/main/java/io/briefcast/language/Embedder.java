package io.briefcast.language;

import java.util.List;

/** Turns texts into vectors whose cosine says how near their meanings are. Safe for use by many threads. */
public interface Embedder {
    /** Length of every vector. */
    int dimension();

    /** Vectors of passages, in the order given. An empty text gives a vector too. */
    List<Embedding> embed(List<String> passages);

    /** Vector of a search query, with the model's query prefix; cached. */
    Embedding query(String text);
}
