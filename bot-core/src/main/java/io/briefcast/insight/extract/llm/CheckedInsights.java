package io.briefcast.insight.extract.llm;

import io.briefcast.insight.Insight.Kind;
import io.briefcast.insight.QuoteCheck;
import io.briefcast.insight.QuoteCheck.Reason;
import io.briefcast.insight.QuoteCheck.Span;
import io.briefcast.insight.QuoteCheck.Verdict;
import io.briefcast.language.Sentence;
import io.briefcast.language.Spelling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Lets pass what stands on the transcript and is plain words; counts what does not, by reason. */
final class CheckedInsights {
    private static final int SHORTEST_HEADLINE = 20;
    private static final int LONGEST_HEADLINE = 220;
    private static final int LONGEST_EXPLANATION = 600;
    private static final int LONGEST_TERM = 30;

    private final QuoteCheck check;
    private final List<Sentence> sentences;
    private final Predicate<Span> advertising;
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<Checked> passed = new ArrayList<>();

    /**
     * @param sentences whose indices are the lines' numbers
     * @param advertising whether a place is paid for
     */
    CheckedInsights(QuoteCheck check, List<Sentence> sentences, Predicate<Span> advertising) {
        this.check = check;
        this.sentences = sentences;
        this.advertising = advertising;
    }

    /**
     * An insight that stands.
     *
     * @param span the place that is shown
     * @param said all cited words, for comparing meanings
     */
    record Checked(
            String headline,
            String explanation,
            Span span,
            String said,
            List<String> terms,
            Kind kind,
            double confidence) {}

    List<Checked> passed() {
        return passed;
    }

    Map<String, Integer> refused() {
        return refused;
    }

    void add(Proposal proposal) {
        List<Span> spans = new ArrayList<>();
        Optional<String> refusal = wording(proposal.headline())
                .or(() -> quotes(proposal, spans))
                .or(() -> check.headline(proposal.headline(), spans).map(Reason::toString));
        if (refusal.isPresent()) {
            count(refusal.get());
        } else {
            passed.add(checked(proposal, spans));
        }
    }

    private void count(String reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    private static Optional<String> wording(String headline) {
        if (headline.length() < SHORTEST_HEADLINE || headline.length() > LONGEST_HEADLINE) {
            return Optional.of("headline too short or too long");
        }
        return PlainText.isPlain(headline) ? Optional.empty() : Optional.of("not plain words");
    }

    /** Collects the places; every quote that does not hold is counted, and one that holds is enough. */
    private Optional<String> quotes(Proposal proposal, List<Span> spans) {
        Optional<String> first = Optional.empty();
        for (Proposal.Cited cited : proposal.quotes()) {
            Optional<String> refusal = quote(cited, spans);
            if (refusal.isPresent() && first.isEmpty()) {
                first = refusal;
            }
        }
        if (!spans.isEmpty()) {
            first.ifPresent(this::count);
            return Optional.empty();
        }
        return first.or(() -> Optional.of("no quote"));
    }

    private Optional<String> quote(Proposal.Cited cited, List<Span> spans) {
        Verdict verdict = near(cited.line())
                .map(near -> check.check(cited.text(), near))
                .orElseGet(() -> check.check(cited.text()));
        return switch (verdict) {
            case Verdict.Refused refused -> Optional.of(refused.reason().toString());
            case Verdict.Held held -> place(held.span(), spans);
        };
    }

    private Optional<Duration> near(int line) {
        return line >= 0 && line < sentences.size()
                ? Optional.of(sentences.get(line).start())
                : Optional.empty();
    }

    private Optional<String> place(Span span, List<Span> spans) {
        if (!asItStands(span.quote().text()) || !asItStands(span.quote().speaker())) {
            return Optional.of("not plain words");
        }
        if (advertising.test(span)) {
            return Optional.of("advertising");
        }
        spans.add(span);
        return Optional.empty();
    }

    /** The transcript's words are shown unchanged or not at all. */
    private static boolean asItStands(String said) {
        return PlainText.isVisible(said) && PlainText.isPlain(said);
    }

    /** Shows the quote that bears the headline alone, if one does. */
    private Checked checked(Proposal proposal, List<Span> spans) {
        Span shown = spans.stream()
                .filter(span ->
                        check.headline(proposal.headline(), List.of(span)).isEmpty())
                .findFirst()
                .orElse(spans.getFirst());
        StringBuilder said = new StringBuilder();
        spans.forEach(span -> said.append(span.quote().text()).append(' '));
        Set<String> once = new HashSet<>();
        List<String> terms = proposal.terms().stream()
                .filter(term -> term.length() <= LONGEST_TERM && PlainText.isPlain(term))
                .filter(term -> check.says(term, spans))
                .filter(term -> once.add(Spelling.key(term)))
                .toList();
        return new Checked(
                proposal.headline(),
                explanation(proposal, spans),
                shown,
                said.toString().strip(),
                terms,
                proposal.kind(),
                proposal.confidence());
    }

    private String explanation(Proposal proposal, List<Span> spans) {
        String text = proposal.explanation();
        boolean stands = text.length() <= LONGEST_EXPLANATION
                && PlainText.isPlain(text)
                && check.explanation(text, spans).isEmpty();
        if (!stands) {
            count("explanation left out");
        }
        return stands ? text : "";
    }
}
