package io.briefcast.insight.extract;

import io.briefcast.InsightSettings;
import io.briefcast.insight.ColdOpen;
import io.briefcast.insight.ColdOpen.Example;
import io.briefcast.insight.ColdOpens;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.KindOfClaim;
import io.briefcast.insight.Quote;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.language.English;
import io.briefcast.language.Garble;
import io.briefcast.language.Sentence;
import io.briefcast.language.Sentences;
import io.briefcast.podcast.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Highlights: picks sentences that stand on their own and claim something, in the speaker's own words, and abstains
 * rather than fills. Needs no key and no network.
 */
public final class ExtractiveExtractor implements InsightExtractor {
    private static final String NAME = "highlights-2";
    private static final int FEWEST_SENTENCES = 12;
    private static final double EDGE_START = 0.03;
    private static final double EDGE_END = 0.965;
    private static final double SAME_CLAIM = 0.87;
    private static final double UNSURE_TRANSCRIPT = 0.5;
    private static final double HOST_QUESTIONS = 0.18;
    /** Platt scaling on labelled sentences: even odds lie a little above the threshold. */
    private static final double PLATT_CENTRE = 8.5;

    private static final double PLATT_OFFSET = -0.53;
    /** The sum of the measures at which two in five are good, and how fast that grows: read off labelled sentences. */
    private static final double CENTRE = 9.7;

    private static final double SLOPE = 0.8;
    /** What sentences next to a candidate are worth, and how much it gains by better ones. */
    private static final double USUAL_NEIGHBOURS = 6.7;

    private static final double NEIGHBOURS = 0.15;

    /** Longer sentences are no candidates, and their start says what they are about. */
    private static final int EMBEDDED_CHARACTERS = 260;

    /** So that six hundred clips are learnt from in seconds. */
    private static final int OTHERS_FOR_A_CLIP = 3;
    /** Enough to judge the threshold by, and cheap. */
    private static final int WITHHELD = 5;
    /** Some transcripts end every turn like this, so it speaks against a sentence without ruling it out. */
    private static final Pattern TRAILS_OFF = Pattern.compile("(?:\\.\\.\\.|…)\\s*$");

    private static final double TRAILING = 0.7;
    /** The transcript itself says that the sentence was not finished. */
    private static final Pattern CUT_OFF = Pattern.compile("[-–—,]\\s*$");

    private final Embedder embedder;
    private final InsightSettings settings;
    private final ColdOpens coldOpens;
    private final HighlightLessons lessons;

    /** One that learns nothing. */
    public ExtractiveExtractor(Embedder embedder, InsightSettings settings) {
        this(embedder, settings, ColdOpens.FORGOTTEN);
    }

    public ExtractiveExtractor(Embedder embedder, InsightSettings settings, ColdOpens coldOpens) {
        this.embedder = embedder;
        this.settings = settings;
        this.coldOpens = coldOpens;
        this.lessons = new HighlightLessons(coldOpens);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Extraction extract(Source source) {
        if (!isEnglish(source.show().language())) {
            String language = Locale.forLanguageTag(source.show().language()).getDisplayLanguage(Locale.ENGLISH);
            return nothing(
                    "%s is in %s; Highlights reads English only"
                            .formatted(source.show().title(), language),
                    source.transcript().cues().size());
        }
        List<Sentence> sentences = Sentences.of(source.transcript()).stream()
                .filter(sentence -> !sentence.clean().isEmpty())
                .toList();
        if (sentences.size() < FEWEST_SENTENCES) {
            return nothing("the transcript has too few words");
        }
        if (!English.isLikely(source.transcript())) {
            return nothing("its words are not English; Highlights reads English only", sentences.size());
        }
        if (!Sentences.isPunctuated(source.transcript())) {
            return nothing("the transcript has no full stops, so that nobody can tell where a sentence ends");
        }
        return Garble.in(source.transcript(), source.episode().notes())
                .map(ExtractiveExtractor::nothing)
                .orElseGet(() -> new Reading(source, sentences).extract());
    }

    @Override
    public void learn(String episodeId, Extraction extraction) {
        coldOpens.remember(episodeId, extraction.coldOpen());
    }

    @Override
    public List<String> report(Instant now) {
        return lessons.report();
    }

    private static String start(String clean) {
        return clean.substring(0, Math.min(clean.length(), EMBEDDED_CHARACTERS));
    }

    private static boolean isEnglish(String language) {
        return language.isBlank() || language.toLowerCase(Locale.ROOT).startsWith("en");
    }

    private static Extraction nothing(String note) {
        return new Extraction(List.of(), List.of(), Map.of(), Set.of(), note);
    }

    private static Extraction nothing(String note, int notEnglish) {
        return new Extraction(List.of(), List.of(), Map.of("not English", notEnglish), Set.of(), note);
    }

    /** One episode while it is read. */
    private final class Reading {
        private final Source source;
        private final List<Sentence> sentences;
        private final List<Wording> wordings;
        private final List<Tokens> tokens;
        private final List<Embedding> meanings;
        private final boolean[] ad;
        private final int[] segments;
        private final Rarity rarity;
        private final Terms terms;
        private final PublisherNames names;
        private final Teaser teaser;
        private final HighlightPrior prior = lessons.prior();
        private final boolean misspelt;
        private final Map<String, Integer> refused = new TreeMap<>();

        Reading(Source source, List<Sentence> sentences) {
            this.source = source;
            this.sentences = sentences;
            this.tokens = sentences.stream()
                    .map(s -> Tokens.of(Headline.withoutHedge(Headline.of(s.clean()))))
                    .toList();
            this.names = new PublisherNames(source, PublisherNames.ordinary(tokens));
            this.misspelt = names.areMisspeltIn(tokens);
            this.meanings =
                    embedder.embed(sentences.stream().map(s -> start(s.clean())).toList());
            this.ad = Advertising.find(
                    sentences,
                    meanings,
                    source.boilerplate(),
                    sentences.getLast().end());
            this.teaser = Teaser.of(sentences, tokens, ad);
            this.segments = Segments.of(meanings);
            this.rarity = new Rarity(tokens);
            this.wordings = sentences.stream()
                    .map(sentence -> Wording.of(sentence.clean(), rarity))
                    .toList();
            this.terms = new Terms(
                    sentences.stream().map(Sentence::clean).toList(),
                    tokens,
                    source.episode().notes());
        }

        Extraction extract() {
            double[] own = own();
            List<Candidate> candidates = candidates(own);
            List<Candidate> chosen = choose(candidates);
            List<Insight> insights = insights(chosen);
            List<Insight> withheld = insights(candidates.stream()
                    .filter(candidate -> candidate.score() < threshold())
                    .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                    .limit(WITHHELD)
                    .toList());
            String note = insights.isEmpty() ? nothingGood() : "";
            return new Extraction(insights, withheld, refused, Shingles.of(sentences), coldOpen(own), note);
        }

        private String nothingGood() {
            return misspelt
                    ? "nothing in it was good enough, and more was asked because it misspells the names that its feed gives"
                    : "nothing in it stood on its own and claimed enough";
        }

        /** What each sentence is worth by itself, as far as that is not learnt here. */
        private double[] own() {
            Centrality centrality = Centrality.of(meanings);
            double[] own = new double[sentences.size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = Scoring.of(
                        wordings.get(i).tokens(),
                        rarity,
                        centrality.local()[i],
                        centrality.global()[i],
                        ClaimPrior.of(meanings.get(i)));
            }
            return own;
        }

        /** As many others as three for a clip, spread evenly over what could have been chosen. */
        private ColdOpen coldOpen(double[] own) {
            Set<Integer> chosen = teaser.chosen();
            int[] others = IntStream.range(0, own.length)
                    .filter(i -> tokens.get(i).size() >= Teaser.FEWEST_WORDS
                            && !ad[i]
                            && !isAtTheEdge(i)
                            && !teaser.isCopy(i)
                            && !chosen.contains(i))
                    .toArray();
            int wanted = Math.min(others.length, OTHERS_FOR_A_CLIP * chosen.size());
            return wanted == 0
                    ? ColdOpen.NONE
                    : new ColdOpen(
                            chosen.stream().map(i -> example(i, own)).toList(),
                            IntStream.range(0, wanted)
                                    .mapToObj(n -> example(others[n * others.length / wanted], own))
                                    .toList());
        }

        private Example example(int i, double[] own) {
            return new Example(meanings.get(i), own[i]);
        }

        private List<Candidate> candidates(double[] own) {
            Set<String> hosts = hosts();
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < own.length; i++) {
                Optional<String> refusal = refusal(i);
                if (refusal.isPresent()) {
                    refused.merge(refusal.get(), 1, Integer::sum);
                    continue;
                }
                double raw = own[i]
                        + prior.of(meanings.get(i))
                        + NEIGHBOURS * (neighbours(own, i) - USUAL_NEIGHBOURS)
                        - (hosts.contains(sentences.get(i).speaker()) ? 0.4 : 0)
                        - (TRAILS_OFF.matcher(sentences.get(i).raw()).find() ? TRAILING : 0);
                candidates.add(new Candidate(i, PLATT_CENTRE + SLOPE * (raw - CENTRE), segments[i]));
            }
            return candidates;
        }

        private Optional<String> refusal(int i) {
            if (ad[i]) {
                return Optional.of("advertising");
            }
            if (isAtTheEdge(i) || teaser.isCopy(i)) {
                return Optional.of("opening or closing");
            }
            if (CUT_OFF.matcher(sentences.get(i).raw()).find()) {
                return Optional.of("cut off");
            }
            return wordings.get(i).refusal();
        }

        private boolean isAtTheEdge(int i) {
            double place = (double) i / sentences.size();
            return place < EDGE_START || place > EDGE_END;
        }

        /** Mean score of the two sentences before and the three after, within the turn. */
        private double neighbours(double[] own, int i) {
            double sum = 0;
            int count = 0;
            for (int j = Math.max(0, i - 2); j < Math.min(own.length, i + 4); j++) {
                if (j != i && sentences.get(j).turn() == sentences.get(i).turn()) {
                    sum += Math.clamp(own[j], 0, 10);
                    count++;
                }
            }
            return count == 0 ? USUAL_NEIGHBOURS : sum / count;
        }

        /** Those who ask, and do not talk most. */
        private Set<String> hosts() {
            Map<String, int[]> counts = new HashMap<>();
            for (Sentence sentence : sentences) {
                int[] count = counts.computeIfAbsent(sentence.speaker(), name -> new int[3]);
                count[0]++;
                count[1] += sentence.clean().contains("?") ? 1 : 0;
                count[2] += sentence.clean().length();
            }
            int most =
                    counts.values().stream().mapToInt(count -> count[2]).max().orElse(0);
            Set<String> hosts = new HashSet<>();
            counts.forEach((name, count) -> {
                if (!name.isEmpty() && count[2] < most && (double) count[1] / count[0] > HOST_QUESTIONS) {
                    hosts.add(name);
                }
            });
            return hosts;
        }

        private List<Candidate> choose(List<Candidate> candidates) {
            double threshold = threshold();
            List<Candidate> chosen = new ArrayList<>();
            Set<Integer> used = new HashSet<>();
            List<Candidate> sorted = candidates.stream()
                    .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                    .toList();
            for (Candidate candidate : sorted) {
                Optional<String> refusal = tooMuch(candidate, chosen, used, threshold);
                if (refusal.isPresent()) {
                    refused.merge(refusal.get(), 1, Integer::sum);
                } else {
                    used.add(candidate.segment());
                    chosen.add(candidate);
                }
            }
            return chosen;
        }

        private Optional<String> tooMuch(
                Candidate candidate, List<Candidate> chosen, Set<Integer> used, double threshold) {
            if (candidate.score() < threshold) {
                return Optional.of("below the threshold");
            }
            if (used.contains(candidate.segment()) || chosen.size() >= settings.perEpisode()) {
                return Optional.of("a better one nearby");
            }
            boolean repeats = chosen.stream()
                    .anyMatch(other ->
                            meanings.get(other.sentence()).cosine(meanings.get(candidate.sentence())) > SAME_CLAIM);
            return repeats ? Optional.of("said before") : Optional.empty();
        }

        private double threshold() {
            boolean unsure = misspelt || source.transcript().origin().equals("show notes");
            return settings.threshold() + (unsure ? UNSURE_TRANSCRIPT : 0);
        }

        private List<Insight> insights(List<Candidate> chosen) {
            List<String> texts = new ArrayList<>();
            List<List<String>> frames = new ArrayList<>();
            List<String> explanations = new ArrayList<>();
            for (Candidate candidate : chosen) {
                String explanation = Explanation.of(candidate.sentence(), sentences, meanings, ad);
                List<String> own = terms.of(segments, candidate.segment());
                explanations.add(explanation);
                frames.add(own);
                texts.add(headline(candidate) + ". " + explanation + " " + String.join(" ", own));
            }
            List<Embedding> embeddings = embedder.embed(texts);
            List<Insight> insights = new ArrayList<>();
            for (int i = 0; i < chosen.size(); i++) {
                insights.add(insight(chosen.get(i), explanations.get(i), frames.get(i), embeddings.get(i)));
            }
            return insights;
        }

        private Insight insight(Candidate candidate, String explanation, List<String> terms, Embedding embedding) {
            Sentence sentence = sentences.get(candidate.sentence());
            Quote quote = new Quote(
                    sentence.raw(),
                    sentence.speaker(),
                    sentence.start(),
                    sentence.end(),
                    source.transcript().approximate());
            String headline = headline(candidate);
            return new Insight(
                    Ids.of(
                            "insight",
                            source.episode().id(),
                            Long.toString(quote.start().toMillis()),
                            quote.text()),
                    source.episode().id(),
                    source.show().id(),
                    headline,
                    explanation,
                    quote,
                    candidate.score(),
                    1 / (1 + Math.exp(-(candidate.score() - PLATT_CENTRE + PLATT_OFFSET))),
                    source.episode().published(),
                    NAME,
                    terms,
                    embedding,
                    "",
                    KindOfClaim.of(headline));
        }

        private String headline(Candidate candidate) {
            return names.corrected(wordings.get(candidate.sentence()).headline());
        }
    }

    /** A sentence that passed the gate. */
    private record Candidate(int sentence, double score, int segment) {}
}
