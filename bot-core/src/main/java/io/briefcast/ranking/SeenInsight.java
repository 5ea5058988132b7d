package io.briefcast.ranking;

import io.briefcast.language.Embedding;

/** An insight that an audience was sent before. */
public record SeenInsight(String insightId, Embedding embedding) {}
