package io.briefcast.insight.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Refuses what does not stand on its own. It rejects rather than repairs: a dangling pronoun, a fragment, a question, a
 * view that is not the speaker's own. Each refusal has a name, which {@code inspect insights} counts.
 */
final class Gate {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;
    private static final int LONGEST_CHARACTERS = 220;
    private static final int OPENING = 4;
    private static final int LONGEST_PIECE = 5;
    private static final int RESTART = 7;
    private static final int LONGEST_APPOSITION = 50;

    private static final Pattern BAD_START = Pattern.compile(
            "^(?:and|or|but|so|because|which|who|whom|whose|than|then|also|too|more|less|not(?! (?:every|all|many|everyone|everybody))|in terms of|as in|as well|to|of|like|if|when|while|where|that|what|how|why|with|by|from|for|except|anyways|apparently|regardless|sure enough|oddly|however|hopefully|next|currently|right now|as of|wow|ah|sure|look|see|say|think|feel free|keep in mind|remember|make sure|oh|hey|right|therefore|still|some of|one of|including|versus|meaning|yes|no|either|neither|both|a little|a bit|sort of|kind of|two,|three,|feel|makes|gives|maybe|perhaps|especially|particularly|around|about|whereas|imagine|sometimes|sometime|somehow|at|on|in|under|over|after|before|until|once|even|just|only|another|some other|certainly|definitely|probably|instead|otherwise|anyway|obviously|again|googling|i|i'm|i'll|i've|i'd|we|we're|we'll|we've|we'd|you(?! (?:cannot|can't|can never|never|only|don't need|do not need|should(?: not| never| always)?|shouldn't|don't always)\\b)|you're|you'll|you've|you'd|there(?:'s| is| are| was)?|here|scale, but|having|besides|whoever|although|since|unlike|same with|something like|oftentimes|yeah|well|okay|really|seems|looks|one's|my|our|they'll|they've|he'll|she'll|it'll|big fan|nice|good example|a (?:really )?good example|run|stack|go|use|try|check|two contexts|most of the reason|as|given)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBORDINATE_WITH_MAIN = Pattern.compile(
            "^(?!in terms of)(?:if|when|while|where|as|given|in|on|at|after|once|before|even|until|under|over|instead|with|for|from)\\b.{4,120}?,\\s+(?:the |a |an )?(?!(?:i|we|what|how|that|this|he|she|and|but|so|that's|he's|she's|i'm|we're|which|who|usually|because|or|as)\\b)\\p{L}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BAD_END = Pattern.compile(
            "(?:,|-|–|—|\\b(?:and|or|but|so|because|the|a|an|of|is|are|was|that|which|who|this|these|those|thing|stuff|too|though|right|as well|even|really|just|also))[.!]?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REPAIR = Pattern.compile("(?:--|—|\\.\\.\\.|…|\\[|\\]|_{2,})");

    /** What follows a dash belongs to it only when it goes on with the sentence, not when it begins again. */
    private static final Pattern BEGINS_AGAIN = compile(
            "\\s[-–—]\\s+(?:that|it|this|there|they|he|she|we|i|you|like|so|and|but|just|or|it's|that's|there's|they're|we're|you're|i'm|yes|no|yeah)\\b|[.!?;:]\\s+\\p{L}|^[^,]{1,40}, (?:there|it|that|this|he|she|they|i|we)(?:'s|'re|'m| is| are| was)\\b");

    /** "The harder it's going to be": the other half is missing. */
    private static final Pattern HALF_COMPARISON = compile(
            "^the (?:more|less|harder|bigger|better|faster|easier|longer|smaller|higher|older|further|closer|worse|sooner) (?:\\p{L}+ )?(?:you|it|it's|we|they|i|that|a|the)\\b[^,]*$");

    /** "We" is a company that the sentence does not name. */
    private static final Pattern WE_AS_SUBJECT = compile(
            "(?:^|[,;:] |\\s[-–—] )(?:(?:and|but|so|or|then|yet) )?(?:(?:also|now|today|then|instead|still) )?we(?:'re|'ve|'ll|'d)?\\b"
                    + "|\\b(?:but|so) we(?:'re|'ve|'ll|'d)?\\b");

    /** "Mirrors matter to workshops more": more than what, it does not say. */
    private static final Pattern COMPARED_WITH_NOTHING = compile(
            "^(?!.*\\bthan\\b)(?!.*\\bthe (?:more|less|better|fewer|\\p{L}+er)\\b.*\\bthe (?:more|less|better)$)(?!.* (?:is|means) (?:more|less|better)$)(?!.*\\b(?:no|any|once|more or|much) (?:more|less|better)$).*\\b(?:more|less|better)$");

    /** "The difference in price is huge": between what, it does not say. */
    private static final Pattern DIFFERENCE_OF_ONE = compile(
            "\\bthe (?:\\p{L}+ )?differences? (?:in\\b(?!.*\\bbetween\\b)|of\\b(?!.*\\bbetween\\b)(?! (?:[\\p{L}'’-]+ ){1,4}and\\b))");

    /** "The thing works": which, another sentence says; "the thing about prices" says it itself. */
    private static final Pattern THE_THING = compile(
            "(?:^|[,;:] |\\b(?:and|but|so|because|that|if|when) )the things? (?:(?:\\p{L}+ly|just|also|always|never|still|now|often) )?(?:is|are|was|were|isn't|aren't|will|won't|can|can't|could|would|should|must|has|have|had|does|doesn't|do|don't|did|gets?|goes|works?|needs?|becomes?|makes?|costs?|keeps?|breaks?|fails?|runs?|looks?|seems?)\\b");

    /** "You should …" and "you cannot …" are said to everybody. */
    private static final Pattern GENERIC_YOU = compile(
            "^you (?:cannot|can't|can never|never|only|don't need|do not need|should(?: not| never| always)?|shouldn't|don't always)\\b");

    /** "If you are a good baker, …": the main clause says what it is about. */
    private static final Pattern CONDITION_ON_YOU = compile("^(?:if|when|once|unless|until) you\\b");

    /** "If you pay for attention, you get outrage": a rule for everybody, and no step of a tour. */
    private static final Pattern RULE_FOR_ANYBODY = compile(
            "^(?:if|when|whenever|once|unless|until|as|the moment) you\\b[^,]{8,}, you (?!(?:see|saw|notice|know|want|can|could|may|might|would|have|had|need|go|just|look|click|should|then|also|basically|actually|don't have|don't need|get to|are going)\\b)\\p{L}");

    private static final int CONTENT_OF_A_RULE = 5;

    /** "I don't think that ovens …": what is denied has to stand alone as what is claimed does. */
    private static final Pattern DENIAL =
            compile("^i (?:really |just |also )?(?:do not|don't|don’t) (?:think|believe) (?:that )?");

    /** "The older the oven, the better the bread". */
    private static final Pattern CORRELATIVE =
            compile("^the (?:more|less|fewer|\\p{L}+er)\\b[^,]*, the (?:more|less|fewer|better|worse|\\p{L}+er)\\b");

    private static final Pattern NEXT_CLAUSE = compile("[,;] (?:and|but|so|because|which)\\b");
    private static final Pattern ADVERBIAL = compile("^(?:at|in|on|for) [^,]{3,25}, ");
    private static final Pattern DASH = compile("\\s[-–—]\\s");
    private static final Pattern OBJECT = compile("(?<=\\p{L} )(?:it|them)\\b");
    private static final Pattern CLAUSE = compile(
            "[,;:]|\\b(?:and|but|so|or|that|which|who|because|if|when|while|where|until|unless|although|though|once|than|after|before|as|what|how|why|by|without)\\b");

    private static final Set<String> THEY = Set.of("they", "them", "their", "they're", "they've", "they'll", "they'd");
    private static final Set<String> SEVERAL_OR_ANY = Set.of(
            "a",
            "an",
            "and",
            "every",
            "each",
            "any",
            "no",
            "people",
            "folks",
            "men",
            "women",
            "children",
            "data",
            "everyone",
            "everybody",
            "someone",
            "somebody",
            "anyone",
            "anybody",
            "nobody",
            "who",
            "team",
            "company",
            "community",
            "government",
            "industry",
            "media",
            "person",
            "one",
            "two",
            "three",
            "many",
            "most",
            "several");

    private static final Pattern THIRD_PERSON = compile("\\b(?:he|she|him|her|his|hers|himself|herself|he's|she's)\\b");

    private Gate() {}

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Name of the gate at which a candidate falls; empty when it passes. */
    static Optional<String> refusal(String text, Tokens tokens) {
        if (text.contains("?")) {
            return Optional.of("question");
        }
        Matcher denial = DENIAL.matcher(text);
        if (denial.find()) {
            String denied = text.substring(denial.end());
            return refusal(denied, Tokens.of(denied));
        }
        if (tokens.size() < SHORTEST) {
            return Optional.of("too short");
        }
        if (tokens.size() > LONGEST || text.length() > LONGEST_CHARACTERS) {
            return Optional.of("too long");
        }
        if (isCutOff(text)) {
            return Optional.of("cut off");
        }
        Optional<String> wording = Phrases.refusal(text);
        if (wording.isPresent()) {
            return wording;
        }
        if (dangles(text, tokens)) {
            return Optional.of("dangling reference");
        }
        if (COMPARED_WITH_NOTHING.matcher(text).find()) {
            return Optional.of("half a comparison");
        }
        if (WE_AS_SUBJECT.matcher(text).find()) {
            return Optional.of("who is we");
        }
        if (garbled(tokens) || Grammar.hasClauseForObject(tokens)) {
            return Optional.of("garbled");
        }
        return isFragment(text, tokens) ? Optional.of("fragment") : Optional.empty();
    }

    private static boolean dangles(String text, Tokens tokens) {
        if (Lexicon.DANGLING.contains(tokens.get(0))
                || (THIRD_PERSON.matcher(text).find() && !namesAnybody(tokens))) {
            return true;
        }
        if (THE_THING.matcher(text).find() || DIFFERENCE_OF_ONE.matcher(text).find()) {
            return true;
        }
        if (hasLooseObject(text) || hasLooseThey(tokens)) {
            return true;
        }
        int verb = Grammar.finiteVerb(tokens).orElse(OPENING);
        boolean condition = Lexicon.SUBORDINATORS.contains(tokens.get(0));
        if (!condition && verb < tokens.size() && Lexicon.DANGLING.contains(tokens.get(verb))) {
            return true;
        }
        for (int i = 0; i < Math.min(verb, tokens.size()); i++) {
            boolean relative = tokens.get(i).equals("that") && i > 0 && Grammar.isNounLike(tokens, i - 1);
            boolean pronounSubject = Lexicon.DANGLING.contains(tokens.get(i)) && i + 1 == verb && !relative;
            boolean possessiveBeforeNoun = i < 2
                    && (tokens.get(i).equals("their")
                            || tokens.get(i).equals("his")
                            || tokens.get(i).equals("her")
                            || tokens.get(i).equals("its"));
            if (pronounSubject || possessiveBeforeNoun) {
                return true;
            }
        }
        return false;
    }

    /** "The risk is that they lose control": nothing before it is many, or anybody at all. */
    private static boolean hasLooseThey(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i);
            if (tokens.isName(i) || SEVERAL_OR_ANY.contains(word) || isManyThings(word)) {
                return false;
            }
            if (THEY.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isManyThings(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !Lexicon.STOP.contains(word);
    }

    /** "Most labs already use it": with no clause before it, the pronoun means something of another sentence. */
    private static boolean hasLooseObject(String text) {
        Matcher object = OBJECT.matcher(text);
        return object.find()
                && !CLAUSE.matcher(text.substring(0, object.start())).find();
    }

    private static boolean isFragment(String text, Tokens tokens) {
        boolean badStart = BAD_START.matcher(text).find()
                && !SUBORDINATE_WITH_MAIN.matcher(text).find();
        return badStart
                || (BAD_END.matcher(text).find() && !CORRELATIVE.matcher(text).find())
                || REPAIR.matcher(text).find()
                || HALF_COMPARISON.matcher(text).find()
                || BEGINS_AGAIN.matcher(text).find()
                || beginsWithPiece(text, tokens)
                || !isAboutSomething(text, tokens)
                || !(Grammar.hasMainClause(tokens) || isRuleForAnybody(text, tokens))
                || isLooseGerund(text)
                || hasPieceBeforeDash(text)
                || repeatsItself(tokens);
    }

    private static boolean isAboutSomething(String text, Tokens tokens) {
        if (Grammar.hasNominalSubject(tokens) || GENERIC_YOU.matcher(text).find() || isRuleForAnybody(text, tokens)) {
            return true;
        }
        Matcher condition = SUBORDINATE_WITH_MAIN.matcher(text);
        return CONDITION_ON_YOU.matcher(text).find()
                && condition.find()
                && Grammar.hasNominalSubject(Tokens.of(text.substring(condition.end() - 1)));
    }

    private static boolean isRuleForAnybody(String text, Tokens tokens) {
        return RULE_FOR_ANYBODY.matcher(text).find()
                && IntStream.range(0, tokens.size()).filter(tokens::isContent).count() >= CONTENT_OF_A_RULE;
    }

    /** "Fixing every bug, and then people trusted us": the first part has no verb of its own. */
    private static boolean isLooseGerund(String sentence) {
        String text = ADVERBIAL.matcher(sentence).replaceFirst("");
        Matcher next = NEXT_CLAUSE.matcher(text);
        boolean gerund = text.substring(0, Math.max(0, text.indexOf(' '))).endsWith("ing");
        return gerund && next.find() && !Grammar.hasMainClause(Tokens.of(text.substring(0, next.start())));
    }

    /** "A product on your own machines - the challenges are many": what stands before the dash has no verb. */
    private static boolean hasPieceBeforeDash(String text) {
        Matcher dash = DASH.matcher(text);
        return dash.find()
                && Grammar.finiteVerb(Tokens.of(text.substring(0, dash.start())))
                        .isEmpty();
    }

    /** Quotation marks and brackets that open here and close elsewhere. */
    static boolean isCutOff(String text) {
        long straight = text.chars().filter(c -> c == '"').count();
        return straight % 2 == 1
                || count(text, '“') != count(text, '”')
                || count(text, '(') != count(text, ')')
                || text.startsWith("\"");
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static boolean namesAnybody(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isName(i) || tokens.get(i).equals("who") || tokens.get(i).equals("person")) {
                return true;
            }
        }
        return false;
    }

    /** A function word with a capital in the middle: the transcript has lost the end of a sentence. */
    private static boolean garbled(Tokens tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            boolean small = Lexicon.STOP.contains(tokens.get(i)) || Lexicon.PRONOUNS.contains(tokens.get(i));
            String written = tokens.written().get(i);
            boolean titled = written.length() > 1
                    && Character.isUpperCase(written.charAt(0))
                    && Character.isLowerCase(written.charAt(1));
            if (small && titled && !written.startsWith("I'") && !tokens.isName(i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "A lot easier, a lot more conferences are happening": the first piece has no verb and introduces nothing. */
    private static boolean beginsWithPiece(String text, Tokens tokens) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            return false;
        }
        int words = Tokens.of(text.substring(0, comma)).size();
        boolean introduces = CORRELATIVE.matcher(text).find()
                || Lexicon.PREPOSITIONS.contains(tokens.get(0))
                || tokens.get(0).endsWith("ly")
                || Lexicon.SUBORDINATORS.contains(tokens.get(0));
        boolean hasVerb = Grammar.finiteVerb(tokens).orElse(words) < words;
        return words <= LONGEST_PIECE
                && !introduces
                && !hasVerb
                && !text.substring(0, comma).contains(" and ")
                && !isAppositive(text, comma);
    }

    /** "Latency, not bandwidth, is …": a second comma closes what the first opened. */
    private static boolean isAppositive(String text, int comma) {
        int second = text.indexOf(',', comma + 1);
        return second > 0
                && second < comma + LONGEST_APPOSITION
                && text.substring(second).matches(", (?:is|are|was|were|has|have|will|can|do|does|\\p{L}+s)\\b.*");
    }

    /** A trigram that comes again at once is a restart that was not cleaned; further on it is style. */
    private static boolean repeatsItself(Tokens tokens) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            String trigram = tokens.get(i) + ' ' + tokens.get(i + 1) + ' ' + tokens.get(i + 2);
            int before = seen.getOrDefault(trigram, -RESTART);
            if (i - before < RESTART) {
                return true;
            }
            seen.put(trigram, i);
        }
        return false;
    }
}
