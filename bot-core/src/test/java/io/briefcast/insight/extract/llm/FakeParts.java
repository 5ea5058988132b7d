package io.briefcast.insight.extract.llm;

import io.briefcast.InsightSettings;
import io.briefcast.LlmSettings;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Quote;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Everything around the extractor, in memory: a model that answers as told, a clock that stands, a purse. */
final class FakeParts implements Model, ModelAnswers, Spending, Embedder {
    final List<Question> questions = new ArrayList<>();
    final Deque<Function<Question, Answer>> replies = new ArrayDeque<>();
    final Map<String, String> answers = new HashMap<>();
    final Map<String, Booking> bookings = new TreeMap<>();
    final Map<String, String> withoutModel = new TreeMap<>();
    final List<Duration> waits = new ArrayList<>();
    Instant now = Instant.parse("2026-03-09T12:00:00Z");
    LlmSettings settings = settings(5_000, 100_000, 300_000, 1_000_000);
    String model = "openai/m";
    List<Insight> highlights = List.of();

    record Booking(LocalDate day, String show, String episode, long tokens) {}

    static LlmSettings settings(int window, long episode, long show, long day) {
        return new LlmSettings(
                Optional.of(LlmSettings.Provider.OPENAI),
                Optional.of("m"),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(10),
                "0",
                true,
                window,
                episode,
                show,
                day);
    }

    LlmExtractor extractor() {
        return new LlmExtractor(
                new Highlights(), this, this, this, this, settings, InsightSettings.DEFAULTS, () -> now, waits::add);
    }

    FakeParts then(String text) {
        replies.add(question -> new Answer.Text(text, 1_000, true));
        return this;
    }

    FakeParts then(Function<Question, Answer> reply) {
        replies.add(reply);
        return this;
    }

    FakeParts then(Answer answer) {
        replies.add(question -> answer);
        return this;
    }

    static Answer.Failed failed(boolean passing) {
        return new Answer.Failed("it answers 503", passing, Optional.empty(), false);
    }

    static String json(String... insights) {
        return "{\"insights\": [%s]}".formatted(String.join(",", insights));
    }

    static String insight(String headline, String quote, double confidence) {
        return "{\"headline\": \"%s\", \"explanation\": \"\", \"quotes\": [{\"line_from\": 3, \"line_to\": 3, \"text\": \"%s\"}], \"terms\": [], \"confidence\": %s}"
                .formatted(headline, quote, confidence);
    }

    @Override
    public String name() {
        return model;
    }

    @Override
    public Answer ask(Question question) {
        questions.add(question);
        return replies.isEmpty()
                ? new Answer.Text(json(), 1_000, true)
                : replies.poll().apply(question);
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public void remember(String key, String answer, Instant at) {
        answers.put(key, answer);
    }

    @Override
    public Spent spent(LocalDate day, String showId, String episodeId) {
        long[] sums = new long[3];
        for (Booking booking : bookings.values()) {
            if (booking.day().equals(day)) {
                sums[0] += booking.episode().equals(episodeId) ? booking.tokens() : 0;
                sums[1] += booking.show().equals(showId) ? booking.tokens() : 0;
                sums[2] += booking.tokens();
            }
        }
        return new Spent(sums[0], sums[1], sums[2]);
    }

    @Override
    public String book(LocalDate day, String showId, String episodeId, long tokens) {
        String id = "b" + bookings.size();
        bookings.put(id, new Booking(day, showId, episodeId, tokens));
        return id;
    }

    @Override
    public void settle(String booking, long tokens) {
        bookings.computeIfPresent(booking, (id, old) -> new Booking(old.day(), old.show(), old.episode(), tokens));
    }

    @Override
    public void withoutModel(LocalDate day, String showId, String episodeId, String why) {
        withoutModel.put(episodeId, why);
    }

    @Override
    public Total total(LocalDate from, LocalDate to) {
        List<Booking> those = bookings.values().stream()
                .filter(booking ->
                        !booking.day().isBefore(from) && !booking.day().isAfter(to))
                .filter(booking -> booking.tokens() > 0)
                .toList();
        return new Total(those.stream().mapToLong(Booking::tokens).sum(), (int)
                those.stream().map(Booking::episode).distinct().count());
    }

    @Override
    public Map<String, Integer> withoutModel(LocalDate day) {
        Map<String, Integer> reasons = new TreeMap<>();
        withoutModel.values().forEach(why -> reasons.merge(why, 1, Integer::sum));
        return reasons;
    }

    @Override
    public int dimension() {
        return 64;
    }

    /** Related as all talk is, and no two texts the same claim: every cosine is about .8. */
    @Override
    public List<Embedding> embed(List<String> passages) {
        return passages.stream().map(this::query).toList();
    }

    @Override
    public Embedding query(String text) {
        Random random = new Random(text.hashCode());
        float[] vector = new float[dimension()];
        double length = 0;
        for (int i = 1; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            length += vector[i] * vector[i];
        }
        for (int i = 1; i < vector.length; i++) {
            vector[i] *= (float) Math.sqrt(0.2 / length);
        }
        vector[0] = (float) Math.sqrt(0.8);
        return new Embedding(vector);
    }

    Insight highlight(String words, int seconds, double score) {
        Quote quote = new Quote(words, "Grace", Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 10L), false);
        return new Insight(
                "h" + seconds, "e1", "s1", words, "", quote, score, 0.6, now, "highlights-1", List.of(), query(words));
    }

    /** Gives what a test lays out. */
    private final class Highlights implements InsightExtractor {
        @Override
        public String name() {
            return "highlights-1";
        }

        @Override
        public Extraction extract(Source source) {
            return new Extraction(highlights, List.of(), Map.of("question", 2), Set.of(7L), "");
        }
    }
}
