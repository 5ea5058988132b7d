package io.briefcast.insight.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses what does not stand on its own. It rejects rather than repairs: a dangling pronoun, a fragment, a question, a
 * view that is not the speaker's own. Each refusal has a name, which {@code inspect insights} counts.
 */
final class Gate {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;
    private static final int LONGEST_CHARACTERS = 220;
    private static final int OPENING = 4;

    private static final Pattern REPORTED = Pattern.compile(
            "\\b(?:people (?:say|think|believe|assume|tell|ask|always say)|some (?:people )?(?:say|think|argue|believe)|they say|"
                    + "(?:everyone|everybody|critics|skeptics|sceptics) (?:says|say|said|thinks|assumes|argue)|used to (?:think|believe|say)|"
                    + "i (?:once )?(?:thought|believed|assumed)|we thought|imagine (?:if|that|a|you|being)|what if|suppose (?:that|you)|"
                    + "(?:the|an|your|his|her|their) (?:argument|assumption|idea|claim|myth|pitch|line|story) (?:is|was|goes|went|that)|"
                    + "according to|supposedly|allegedly|quote unquote|so-called|(?:he|she|they) (?:said|says|told|thought|thinks|argued|argues|claimed|claims))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAST_SELF = Pattern.compile(
            "^(?:before|back then|at the time|years ago|in the beginning|when (?:i|we) (?:was|were|started|first))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_ITEM = Pattern.compile(
            "^(?:(?:and )?(?:the )?(?:first|second|third|fourth|next|last|other|final|number (?:one|two|three)) (?:one|thing|point|reason|part|step|question|is|was)\\b|"
                    + "number (?:one|two|three|four|five)\\b|step (?:one|two|three)|another (?:one|thing|example)\\b|for example\\b|for instance\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_GUEST = Pattern.compile(
            "^(?:you(?:'re|'ve|'d| are| have| said| mentioned| talked| wrote| were| did| told| started| know)|your|tell (?:me|us)|let(?:'s| me| us)|thank|thanks|welcome|congratulations|hello|hi|hey|good (?:morning|evening|question)|great (?:question|point)|please|remember to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile(
            "\\b(?:this (?:episode|podcast|show|week's|conversation|interview)|on the (?:show|podcast)|today's (?:guest|episode|show)|our (?:guest|listeners|sponsor)|"
                    + "show notes|after the break|link in|next week|last week's|join (?:me|us)|i want to (?:ask|talk|say|go|start|get)|(?:i|we)(?:'m| am|'re| are) going to (?:talk|ask|go|start)|"
                    + "(?:ask|asked) you|you (?:mentioned|said)|back to (?:the|your)|speaking of|question (?:is|was|for)|what i(?:'m| am) (?:saying|trying))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNRESOLVED = Pattern.compile(
            "\\b(?:that|this|these|those) (?:load|question|point|problem|thing|idea|approach|case|way|kind|sort|type|number|one|part|stuff|model|person|guy|company|product|decision|moment|sentence|paper|book|story|example|argument|room|place|deal|contract|line|trade|bet|test|fight|shift|change)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BIOGRAPHY = Pattern.compile(
            "\\b(?:(?:i|he|she|we) (?:was|were) (?:born|working|at|in|a|the)|grew up|went to (?:school|college|university)|had written|my (?:wife|husband|dad|mom|mum|kids|brother|sister|first job)|(?:i|we) (?:started|joined|founded|left|moved|met|worked))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BAD_START = Pattern.compile(
            "^(?:and|or|but|so|because|which|who|whom|whose|than|then|also|too|more|less|not|in terms of|as in|as well|to|of|like|if|when|while|where|that|what|how|why|with|by|from|for|except|including|versus|meaning|yes|no|either|neither|both|a little|a bit|sort of|kind of|two,|three,|feel|makes|gives|maybe|perhaps|especially|particularly|around|about|whereas|imagine|sometimes|sometime|somehow|at|on|in|under|over|after|before|until|once|even|just|only|another|some other|certainly|definitely|probably|instead|otherwise|anyway|obviously|again|googling|i|i'm|i'll|i've|i'd|we|we're|we'll|we've|we'd|you|you're|you'll|you've|you'd|there(?:'s| is| are| was)?|here|scale, but|having|besides|whoever|although|since|unlike|same with|something like|oftentimes|yeah|well|okay|really|seems|looks|one's|my|our|they'll|they've|he'll|she'll|it'll|big fan|nice|good example|a (?:really )?good example|run|stack|go|use|try|check|two contexts|most of the reason)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBORDINATE_WITH_MAIN = Pattern.compile(
            "^(?:if|when|while|where|as|in|on|at|after|once|before|even|until|under|over|instead)\\b.{8,120}?,\\s+(?:the |a |an )?(?!(?:i|we|you|it|that|this|he|she|they|and|but|so|it's|that's|he's|they're)\\b)\\p{L}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BAD_END = Pattern.compile(
            "(?:,|-|–|—|\\b(?:and|or|but|so|because|the|a|an|of|to|in|on|for|with|at|by|from|is|are|was|that|which|who|this|these|those|it|them|there|one|thing|stuff|too|though|right|than that|like that|as well))[.!]?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ODD_CAPITALS =
            Pattern.compile("\\p{Ll}\\s+(?:The|And|But|So|Of|To|In|It|Is|A|That|We|You)\\s");
    private static final Pattern REPAIR = Pattern.compile("(?:--|—|\\.\\.\\.|…|\\[|\\]|_{2,})");

    /** A verdict without its grounds tells nothing: "X is pretty interesting". */
    private static final Pattern EMPTY_PREDICATE = compile(
            "\\b(?:is|are|was|were|'s|'re|seems?|looks?) (?:just |also |always |probably |actually )?(?:a |an |the )?(?:really |pretty |super[- ]?|very |so |kind of |sort of |quite |fun |nice |big |good |great |cool |little )*(?:interesting|entertaining|cool|great|fun|nice|awesome|amazing|exciting|big deal|important piece|description|responsive|immeasurable)\\b(?!.*\\b(?:because|since|than|when|if|to)\\b)");

    /** A noun with a relative clause and nothing said of it: "The chat, which is sometimes a link". */
    private static final Pattern ONLY_RELATIVE =
            compile("^[^,]{2,60},? (?:which|that's|who) (?:is|are|was|were|has|have|allows?|means)\\b[^,]*$");

    /** Speech that was never meant to be read: fillers inside, trailing wording, talk of the moment. */
    private static final Pattern SPOKEN = compile(
            "(?:\\b(?:and|or|but|is|are|means|have|has|really|search|probably|native|those|these|says|were|gets?),? like\\b|\\blike,|, like\\b|let's see|let's say|\\bman$|dingus|whatnot|whatever|\\bso to say\\b|\\bbasically is\\b|\\breally really\\b|\\bkind of (?:a|the|its|all|main|fun)\\b|\\bsort of only\\b|\\breally kind of\\b|\\bsays it\\b|there's (?:types|a bunch|lots|also)\\b)");

    /** A pronoun or pointer whose object stands in another sentence. */
    private static final Pattern POINTS_ELSEWHERE = compile(
            "(?:\\b(?:do|does|call|calls|called|like|fan of|had|all of|most of|than|part of|to|about|on|from|with) (?:this|that|it)\\b(?! (?:is|are|was|takes?|costs?|you|we|they|the|a|an)\\b)(?=[,.]?(?:$| for| because| out))|\\bgoes? to it\\b|\\bgets to it\\b|\\bthan before$|\\bfor that new\\b|\\bnot well understood\\b|\\bcheck it out\\b)");

    private Gate() {}

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Name of the gate at which a candidate falls; empty when it passes. */
    static Optional<String> refusal(String text, Tokens tokens) {
        if (text.contains("?")) {
            return Optional.of("question");
        }
        if (tokens.size() < SHORTEST) {
            return Optional.of("too short");
        }
        if (tokens.size() > LONGEST || text.length() > LONGEST_CHARACTERS) {
            return Optional.of("too long");
        }
        if (META.matcher(text).find() || TO_GUEST.matcher(text).find()) {
            return Optional.of("about the show");
        }
        if (REPORTED.matcher(text).find() || PAST_SELF.matcher(text).find()) {
            return Optional.of("not the speaker's view");
        }
        if (LIST_ITEM.matcher(text).find()) {
            return Optional.of("list item");
        }
        if (BIOGRAPHY.matcher(text).find()) {
            return Optional.of("biography");
        }
        if (dangles(text, tokens)) {
            return Optional.of("dangling reference");
        }
        if (POINTS_ELSEWHERE.matcher(text).find()) {
            return Optional.of("dangling reference");
        }
        if (EMPTY_PREDICATE.matcher(text).find()) {
            return Optional.of("says little");
        }
        if (SPOKEN.matcher(text).find()) {
            return Optional.of("too spoken");
        }
        return isFragment(text, tokens) ? Optional.of("fragment") : Optional.empty();
    }

    private static boolean dangles(String text, Tokens tokens) {
        if (Lexicon.DANGLING.contains(tokens.get(0)) || UNRESOLVED.matcher(text).find()) {
            return true;
        }
        int verb = Grammar.finiteVerb(tokens).orElse(OPENING);
        for (int i = 0; i < Math.min(verb, tokens.size()); i++) {
            boolean pronounSubject = Lexicon.DANGLING.contains(tokens.get(i)) && i + 1 == verb;
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

    private static boolean isFragment(String text, Tokens tokens) {
        boolean badStart = BAD_START.matcher(text).find()
                && !SUBORDINATE_WITH_MAIN.matcher(text).find();
        return badStart
                || BAD_END.matcher(text).find()
                || REPAIR.matcher(text).find()
                || ONLY_RELATIVE.matcher(text).find()
                || ODD_CAPITALS.matcher(text).find()
                || !Grammar.hasNominalSubject(tokens)
                || repeatsItself(tokens);
    }

    /** A trigram that occurs twice in one sentence is a restart that was not cleaned. */
    private static boolean repeatsItself(Tokens tokens) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            String trigram = tokens.get(i) + ' ' + tokens.get(i + 1) + ' ' + tokens.get(i + 2);
            if (seen.merge(trigram, 1, Integer::sum) > 1) {
                return true;
            }
        }
        return false;
    }
}
