package io.briefcast.insight.extract.llm;

import io.briefcast.InsightSettings;
import io.briefcast.LlmSettings;
import io.briefcast.http.ServicePatience;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.QuoteCheck;
import io.briefcast.insight.QuoteCheck.Span;
import io.briefcast.insight.Relations;
import io.briefcast.insight.extract.Advertising;
import io.briefcast.insight.extract.llm.Calls.Result;
import io.briefcast.insight.extract.llm.CheckedInsights.Checked;
import io.briefcast.insight.extract.llm.Selection.Chosen;
import io.briefcast.insight.extract.llm.Window.Line;
import io.briefcast.language.Embedder;
import io.briefcast.language.Garble;
import io.briefcast.language.Sentence;
import io.briefcast.language.Sentences;
import io.briefcast.podcast.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Lets a language model read an episode, window by window, and believes only what {@link QuoteCheck} finds in the
 * transcript. Where the model cannot be asked, Highlights reads instead, and the reading says so.
 */
public final class LlmExtractor implements InsightExtractor {
    private static final String NAME = "llm-1";
    /** Fewer than this, and Highlights may have more to give. */
    private static final int ENOUGH = 2;

    private static final int FEWEST_SENTENCES = 12;
    /** Highlights' scores from here on say that a stretch is worth reading. */
    private static final double WORTH_READING = 7;
    /** A model's confidence is no calibrated probability: it moves quality between these two. */
    private static final double LOWEST_QUALITY = 0.4;

    private static final double HIGHEST_QUALITY = 0.7;
    /** Where Highlights, on its own, picked the same words. */
    private static final double AGREEMENT = 0.1;
    /** On the scale of Highlights' scores: the one at which odds are even. */
    private static final double EVEN = 9.03;

    private static final int DAYS = 7;

    private final InsightExtractor highlights;
    private final Model model;
    private final Calls calls;
    private final Spending spending;
    private final Budget budget;
    private final Embedder embedder;
    private final Selection selection;
    private final int windowTokens;

    /** Wires it over a model. */
    public LlmExtractor(
            InsightExtractor highlights,
            Model model,
            ModelAnswers answers,
            Spending spending,
            Embedder embedder,
            LlmSettings settings,
            InsightSettings insights,
            InstantSource clock) {
        this(highlights, model, answers, spending, embedder, settings, insights, clock, Thread::sleep);
    }

    LlmExtractor(
            InsightExtractor highlights,
            Model model,
            ModelAnswers answers,
            Spending spending,
            Embedder embedder,
            LlmSettings settings,
            InsightSettings insights,
            InstantSource clock,
            ServicePatience.Waiting waiting) {
        this.highlights = highlights;
        this.model = model;
        this.spending = spending;
        this.budget = Budget.of(settings);
        this.calls = new Calls(model, answers, spending, budget, clock, waiting);
        this.embedder = embedder;
        this.selection = new Selection(embedder, insights.perEpisode());
        this.windowTokens = settings.windowTokens();
    }

    /**
     * Names how claims relate, with the same model and out of the same budget.
     *
     * @param executor where the model is asked
     * @param patience how long anybody waits for it
     */
    public Relations relations(Executor executor, Duration patience) {
        return new LlmRelations(calls, executor, patience);
    }

    /** Extractor, model and prompt: what an insight says of its making. */
    @Override
    public String name() {
        return "%s %s %s".formatted(NAME, model.name(), Prompt.VERSION);
    }

    @Override
    public Set<String> readers() {
        return Set.of(name(), highlightsForGood());
    }

    /** Who reads where it is not for want of tokens or of an answer: the same two would do the same again. */
    private String highlightsForGood() {
        return "%s for %s".formatted(highlights.name(), name());
    }

    @Override
    public Extraction extract(Source source) {
        Extraction picked = highlights.extract(source);
        List<Sentence> sentences = Sentences.of(source.transcript());
        if (sentences.size() < FEWEST_SENTENCES || !isReadable(source)) {
            return picked.by(highlightsForGood());
        }
        return new Reading(source, sentences, picked).extract();
    }

    /** Of what has no sentences, and of what is garbled, no quote would stand. */
    private static boolean isReadable(Source source) {
        return Sentences.isPunctuated(source.transcript())
                && Garble.in(source.transcript(), source.episode().notes()).isEmpty();
    }

    /** For the days on which Highlights reads instead. */
    @Override
    public void learn(String episodeId, Extraction extraction) {
        highlights.learn(episodeId, extraction);
    }

    @Override
    public List<String> report(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<String> lines = new ArrayList<>();
        lines.add("%s reads the episodes: %s."
                .formatted(
                        model.name(),
                        budget.forecast(
                                spending.total(today, today),
                                spending.total(today.minusDays(DAYS), today.minusDays(1)),
                                DAYS)));
        calls.paused()
                .ifPresent(pause -> lines.add("It is left alone until %s UTC: %s."
                        .formatted(
                                pause.until()
                                        .atOffset(ZoneOffset.UTC)
                                        .toLocalTime()
                                        .withNano(0),
                                pause.why())));
        spending.withoutModel(today)
                .forEach((why, episodes) ->
                        lines.add("Highlights read %d of today's episodes instead: %s.".formatted(episodes, why)));
        lines.addAll(highlights.report(now));
        return lines;
    }

    @Override
    public Optional<String> cost(int episodes, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return budget.cost(
                episodes, spending.total(today, today), spending.total(today.minusDays(DAYS), today.minusDays(1)));
    }

    /** One episode while it is read. */
    private final class Reading {
        private final Source source;
        private final List<Sentence> sentences;
        private final Extraction picked;
        private final boolean[] ad;
        private final CheckedInsights checked;

        Reading(Source source, List<Sentence> sentences, Extraction picked) {
            this.source = source;
            this.sentences = sentences;
            this.picked = picked;
            this.ad = Advertising.find(
                    sentences,
                    embedder.embed(sentences.stream().map(Sentence::clean).toList()),
                    source.boilerplate(),
                    sentences.getLast().end());
            this.checked = new CheckedInsights(QuoteCheck.of(source.transcript()), sentences, this::isAdvertising);
        }

        private boolean isAdvertising(Span span) {
            Duration middle = span.quote().start().plus(span.quote().end()).dividedBy(2);
            for (int i = 0; i < ad.length; i++) {
                if (sentences.get(i).end().compareTo(middle) >= 0) {
                    return ad[i];
                }
            }
            return false;
        }

        Extraction extract() {
            Optional<String> trouble = readWindows();
            Map<String, Integer> refused = new TreeMap<>(checked.refused());
            List<Chosen> chosen = selection.choose(checked.passed(), refused);
            if (chosen.size() < ENOUGH
                    && (trouble.isPresent() || picked.insights().size() > chosen.size())) {
                return instead(trouble.orElse("the model found too little that stands"), refused)
                        .by(trouble.isPresent() ? highlights.name() : highlightsForGood());
            }
            return new Extraction(
                    chosen.stream().map(this::insight).toList(),
                    List.of(),
                    refused,
                    picked.shingles(),
                    picked.coldOpen(),
                    chosen.isEmpty()
                            ? "the model found nothing that stands"
                            : trouble.map("not read to the end: "::concat).orElse(""));
        }

        /** The best windows first, so that a budget that ends costs the least. Gives what ended it too early. */
        private Optional<String> readWindows() {
            List<Window> windows = Window.cut(lines(), windowTokens).stream()
                    .sorted(Comparator.comparingDouble(this::worth).reversed().thenComparingLong(Window::from))
                    .toList();
            Optional<String> trouble = Optional.empty();
            for (Window window : windows) {
                switch (calls.read(source, window)) {
                    case Result.Read<List<Proposal>> read -> read.value().forEach(checked::add);
                    case Result.Useless<List<Proposal>> useless ->
                        trouble = Optional.of("the model's answer could not be used: " + useless.why());
                    case Result.Stopped<List<Proposal>> stopped -> {
                        return Optional.of(stopped.why());
                    }
                }
            }
            return trouble;
        }

        private List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < sentences.size(); i++) {
                Sentence sentence = sentences.get(i);
                if (!ad[i] && !sentence.clean().isEmpty()) {
                    lines.add(new Line(i, sentence.start().toSeconds(), sentence.speaker(), sentence.raw()));
                }
            }
            return lines;
        }

        private double worth(Window window) {
            return Stream.concat(picked.insights().stream(), picked.withheld().stream())
                    .filter(insight -> insight.quote().start().toSeconds() >= window.from()
                            && insight.quote().start().toSeconds() <= window.to())
                    .mapToDouble(insight -> Math.max(0, insight.score() - WORTH_READING))
                    .sum();
        }

        private Extraction instead(String why, Map<String, Integer> refused) {
            spending.withoutModel(
                    calls.today(), source.show().id(), source.episode().id(), why);
            picked.refused().forEach((reason, count) -> refused.merge(reason, count, Integer::sum));
            String note = "read by Highlights, because " + why;
            return new Extraction(
                    picked.insights(),
                    picked.withheld(),
                    refused,
                    picked.shingles(),
                    picked.coldOpen(),
                    picked.note().isEmpty() ? note : picked.note() + "; " + note);
        }

        private Insight insight(Chosen chosen) {
            Checked checked = chosen.insight();
            double quality = quality(checked);
            return new Insight(
                    Ids.of(
                            "insight",
                            source.episode().id(),
                            Long.toString(checked.span().quote().start().toMillis()),
                            checked.span().quote().text(),
                            checked.headline()),
                    source.episode().id(),
                    source.show().id(),
                    checked.headline(),
                    checked.explanation(),
                    checked.span().quote(),
                    EVEN + Math.log(quality / (1 - quality)),
                    quality,
                    source.episode().published(),
                    name(),
                    checked.terms(),
                    chosen.embedding(),
                    "",
                    checked.kind());
        }

        private double quality(Checked checked) {
            boolean agreed = picked.insights().stream().anyMatch(insight -> overlap(insight, checked));
            return LOWEST_QUALITY
                    + (HIGHEST_QUALITY - LOWEST_QUALITY) * checked.confidence()
                    + (agreed ? AGREEMENT : 0);
        }

        private static boolean overlap(Insight insight, Checked checked) {
            return insight.quote().start().compareTo(checked.span().quote().end()) < 0
                    && insight.quote().end().compareTo(checked.span().quote().start()) > 0;
        }
    }
}
