package io.briefcast.insight.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Wordings by which a sentence shows that it cannot be printed alone, whatever it is about. Found by reading what slipped
 * through; each is a class of talk and not a case.
 */
final class Phrases {
    private static final List<Refusal> REFUSALS = List.of(
            refusal(
                    "about the show",
                    "\\b(?:this (?:episode|podcast|show|week's|conversation|interview)|on the (?:show|podcast)|today's (?:guest|episode|show)|our (?:guest|listeners|sponsor|audience)|(?:show )?notes\\b|after the break|link in|last week's|join (?:me|us)|i want to (?:ask|talk|say|go|start|get)|(?:i|we)(?:'m| am|'re| are) (?:going to|gonna) (?:talk|ask|go|start|mention|move)|(?:ask|asked) you|you (?:mentioned|said)|back to (?:the|your)|speaking of|question (?:is|was|for)|what i(?:'m| am) (?:saying|trying)|you guys|you folks|y'all|as you(?:'d)? (?:point(?:ed)?|know|can|sa(?:y|id)|mention(?:ed)?)|as \\p{L}+ (?:mentioned|said)|you pointed|in my case|in our case|the example (?:they|you|we)|let me|let's|real quick|by the way|i'm excited|like i said|the listener|hopefully you)\\b"),
            refusal(
                    "about the show",
                    "^(?:you(?:'re|'ve|'d| are| have| said| mentioned| talked| wrote| were| did| told| started| know)|your|tell (?:me|us)|thank|thanks|welcome|congratulations|hello|hi|hey|good (?:morning|evening|question)|great (?:question|point)|please|remember to|next up|moving on|first up|keep in mind)\\b"),
            refusal(
                    "not the speaker's view",
                    "\\b(?:people (?:always |often |will |usually )?(?:(?:say|think|believe|assume)(?: that\\b|,| (?:the|it|you|we|they|i)\\b| \\p{L}+ (?:is|are|was|were|will)\\b)|tell|ask|hear)|some (?:people |folks )?(?:say|think|argue|believe|might say|would say)|they(?:'ll)? say|(?:everyone|everybody|critics|skeptics|sceptics) (?:says|say|said|thinks|assumes|assumed|argue|argues|thought)|used to (?:think|believe|say|be)|i (?:once |always |originally )?(?:thought|believed|assumed|was wrong)|we (?:once |always |originally )?(?:thought|assumed|believed)|according to|supposedly|allegedly|quote unquote|so-called|(?:he|she|they) (?:said|says|told|thought|thinks|argued|argues|claimed|claims)|(?:the|an|your|his|her|their|a common|common) (?:argument|assumption|claim|myth|misconception|pitch|narrative|hype|belief|wisdom) (?:is|was|goes|went|that)|conventional wisdom|(?:say|says|saying|said|goes|went|going|was|is|were|are|'re|'s),? (?:like,? )?[\"“])"),
            refusal(
                    "not the speaker's view",
                    "^(?:[\\p{L}\\p{N}'’&-]+ ){1,4}(?:says?|claims?|argues?|insists?|believes?) (?!(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|more|less|a lot|nothing|something|no|yes|in|about)\\b)(?:that )?(?:[\\p{L}\\p{N}'’-]+ ){1,6}?(?:is|are|was|were|has|have|had|will|would|can|can't|could|should|must|needs?|won't|do|does|don't|doesn't)\\b|\\b(?:wants?|would like|would have) (?:you|us|me|everyone|everybody|people) (?:to )?(?:believe|think)\\b"),
            refusal(
                    "hypothetical",
                    "\\bif\\b.{1,60}\\b(?:were|had|could)\\b.{1,90}\\bwould(?:n't)?\\b|\\bwould(?:n't)?\\b.{1,90}\\bif\\b.{1,40}\\b(?:were|had|could)\\b"),
            refusal(
                    "not meant",
                    ", i (?:don't|don’t|do not) (?:think|believe)(?: so)?[.!]?$|, i doubt(?: it| that)?[.!]?$"),
            refusal(
                    "hypothetical",
                    "\\b(?:imagine|what if|suppose (?:that|you|we)|let's say|say (?:you're|you have|i)|pretend|hypothetically|in (?:an ideal|a perfect) world|would be (?:cool|nice|great|awesome|fun|interesting)|(?:it|that)'d be|i wish|i hope|hopefully|wouldn't it|if i were|if you were|as if)\\b"),
            refusal(
                    "not meant",
                    "\\b(?:yeah,? right|oh,? sure|oh,? great|said no one|just kidding|no big deal,|because,? (?:of course|obviously),|what could (?:possibly )?go wrong|good luck with)\\b"),
            refusal(
                    "past",
                    "^(?:before|back then|at the time|at first|years ago|originally|initially|in the beginning|when (?:i|we|he|she|they) (?:was|were|started|first)|early on|prior to|up until|historically|for a (?:long time|while))\\b|\\bback (?:then|in the|when)\\b|\\bused to\\b"),
            refusal(
                    "announcement",
                    "\\b(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d|(?:this|last|coming|next) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|june|july|summer|fall|spring|winter)|tomorrow|yesterday|tonight|call for (?:proposals|papers)|sign up for|is (?:coming|happening|taking place)|coming (?:out|soon)|just (?:released|shipped|launched|announced|came out)|(?:is|has|have|was|were|been|got) (?:just |recently )?(?:released|announced|shipped|launched)|release candidate|out now|version \\d|new (?:version|release)|the other day|(?:is|are) (?:now )?(?:available|out))\\b"),
            refusal(
                    "demonstration",
                    "\\b(?:you (?:just |can |would |could |then )?(?:click|type|scroll|select|drag|drop down)|click (?:on|the)|right[- ]click|you(?:'ll| will| can) see|on the (?:screen|left|right)(?: hand| side)?|type in|in the (?:top|bottom|upper|lower)|here you|what you do is|the way (?:it|this|that) works|step (?:one|two|three))\\b"),
            refusal(
                    "definition",
                    "\\b(?:(?:is|are|was|is also|are also) (?:known as|called|named)|stands for|is short for|is an acronym|refers to|the term|is the name of|comes from the (?:word|latin|greek))\\b"),
            refusal(
                    "list item",
                    "^(?:(?:and )?(?:the )?(?:first|second|third|fourth|next|last|other|final|number (?:one|two|three)|one other) (?:one|thing|point|reason|part|step|question|is|was|alternative|piece|aspect|important|very|big)\\b|number (?:one|two|three|four|five)\\b|step (?:one|two|three)|another\\b|for example\\b|for instance\\b|one,|two,|three,|[A-Z]\\) |(?:one|some) of (?:the|my|our|those|these) |(?:the )?(?:first|second|third|fourth) \\p{L}+ )|\\b(?:for example|for instance|is an example|good example|excellent example)\\b"),
            refusal(
                    "biography",
                    "\\b(?:(?:i|he|she|we) (?:was|were) (?:born|working|at|in|a|the|on)|grew up|went to (?:school|college|university)|had written|my (?:wife|husband|dad|mom|mum|kids|brother|sister|son|daughter|friend|first job)|(?:i|we) (?:started|joined|founded|left|moved|met|worked|went|got|had|did|built|bought|created|wrote)|is (?:currently )?(?:a|the) (?:host|author|founder|ceo|cto|maintainer|creator) of)\\b"),
            refusal(
                    "dangling reference",
                    "\\b(?:(?:this|these|those) (?!(?:is|are|was|were|who|that|which|with|days|year|decade|century|will|would|can|could|should|may|might|must|have|has|do|does|means?|kinds? of|sorts? of|types? of)\\b)\\p{L}+|(?:this|that|these|those) (?:kind|sort|type)s? of|(?:of|in|on|for|with|by|from|at|about|like|than|into|through|to|as) (?:that|those|this)\\b(?! (?:is|are|was|the|a|an|you|we|they|it|people|there|who)\\b)|that (?:load|question|point|problem|thing|idea|approach|case|way|number|one|part|stuff|model|person|guy|company|product|decision|moment|sentence|paper|book|story|argument|room|place|deal|contract|line|trade|bet|test|fight|shift|change|project|tool|data|code|world|process|system|information|time|space|style|section)\\b|in (?:that|this) sense|a similar thing|in a similar way|in the case,|(?:the|their) (?:former|latter|above|following|same (?:thing|way|one|as)|other (?:one|thing|side|way|day|alternative|guy)|whole thing)|(?:do|does|did) so\\b|the other (?:hosts?|organizations?)|like (?:so|this|that)\\b|such (?:a|an) \\p{L}+(?! that))"),
            refusal(
                    "dangling reference",
                    "^(?:the |a |tasty )(?:main |real |big |bigger |biggest |only |key |other |actual |good |nice |interesting |hard |hardest |hilarious |funny |scary |general |kind of |bad |best |worst |easy |tricky |new |previous |next |last |whole |entire )*(?:difference|thing|issue|problem|part|point|question|idea|focus|upside|downside|danger|myth|disparity|challenge|alternative|title|plan|(?:tasty )?tip|objective|purpose|detriment|flipside|acronym|luck|winning move|stakes|consequences|result|results|answer|goal|theory|hope|catch|trick|solution|other|first time|next time|harder|article|video|talk|comments?) (?:here |there |then |now |today |right now )*(?:is|was|are|were|would|that i|goes|might)\\b"),
            refusal(
                    "dangling reference",
                    "(?:\\b(?:do|does|did|call|calls|called|like|fan of|had|has|have|all of|most of|some of|many of|both of|one of|than|part of|to|about|on|from|with|for|by|of|use|using|want|need|make|take|see|know|get|build|solve|fix) (?:this|that|some|those|these)\\b(?=[,.;]?(?: (?:for|because|out|and|but|so|or|when|if|as|in|at|on|to)\\b|$))|\\bthan (?:before|that|this)$|\\bfor that new\\b|\\b(?:shipping|using|doing|making|getting|building) (?:some|that|this)\\b|\\b(?:out|over|in|on|around|from|up) (?:here|there)$)"),
            refusal(
                    "says little",
                    "\\b(?:is|are|was|were|gets?|becomes?) (?:much |even |way |far |a little |a bit )?(?:more|less) \\p{L}+$|\\bis (?:crucial|key|critical|essential|vital|paramount)$|\\b(?:is|are|was|were|'s|'re|seems?|looks?|has been|have been|be) (?:just |also |always |probably |actually |not |all |still |certainly |definitely )*(?:a |an |the )?(?:really |pretty |super[- ]?|very |so |kind of |sort of |quite |fun |nice |big |good |great |cool |little |a bit |particularly |extremely |incredibly |one |totally )*(?:kind of high|high|easy|absolutely higher|a part of it|terrific|very hard|hard|tricky|interesting|entertaining|cool|great|fun|nice|awesome|amazing|exciting|deal|important piece|description|responsive|immeasurable|helpful|relevant|important|weird|funny|beautiful|crazy|huge|tough|popular|fascinating|impressive|thing|question|description|perfect|fine|excellent|different|stuff)\\b(?!.*\\b(?:because|since|than|when|if|to|but|from|not|unless|as long as)\\b)|\\bmakes? (?:a (?:ton|lot) of )?sense\\b(?!.*\\b(?:because|when|if|only)\\b)"),
            refusal(
                    "says little",
                    "\\b(?:is|are|was|were|'s|'re) (?:really |pretty |so |very |super |kind of |also |just )*(?:cool|awesome|fun|neat|nuts|crazy|great|sweet)\\b(?! (?:at|for|unless|until|when|if)\\b)|\\bmakes? (?:a (?:ton|lot) of |perfect |total )?sense,? (?:but|and|so|because)\\b|\\bcertain (?:things|problems|features|ways|aspects|cases|kinds|types)(?: of \\p{L}+)?$|\\bbit of an? \\p{L}+$|, but (?:it's|it is|that's|that is) an? \\p{L}+$|\\bpretty (?:interesting|useful|helpful|good|nice|cool|well|important)\\b|\\bis(?:n't| not) (?:that |so |very |really )?(?:easy|hard|trivial|simple|bad|great)\\b(?! (?:to|when|if|because|unless|for|but)\\b)|\\b(?:this|that) is (?:a|the) (?:problem|issue|thing|challenge|question|reason|case)\\b"),
            refusal(
                    "dangling reference",
                    "^others?\\b|\\bthis (?:is|isn't|was|wasn't|has|means|happens|does|will|would)\\b|\\bthey(?:'re|'ve|'ll)?\\b.*\\bit$|\\b(?:on|about|with|of) it$|\\bthan (?:us|me|him|her|them)\\b|\\bthe reason (?:we|i|they|it|he|she)\\b|\\b(?:both|all|most|some|any|many) of (?:those|these)\\b|, (?:but |and )?(?:in fact )?that (?:is|was|isn't|wasn't|will|won't)\\b|\\bthat's (?:a|the|an|why|how|what|where|not|just|really)\\b"),
            refusal("past", ", which (?:was|were|wasn't|weren't)\\b"),
            refusal(
                    "garbled",
                    "\\bbec(?:ome|omes|ame) to\\b|\\bif whatever\\b|\\bof (?:everybody|everyone|nobody|somebody|he|she|they|we|i) (?:is|are|was|were)\\b"),
            refusal(
                    "dangling reference",
                    "^(?!.*\\b(?:if|when|once|after|first|as soon as)\\b).*\\b(?:can|could|will|would|must|should|is|are) then\\b"),
            refusal("definition", "^an? \\p{L}+ is an? |\\bknown as\\b"),
            refusal("biography", "\\bi (?:have|had) to\\b|\\bfor me$|\\bi (?:do |don't |didn't )?(?:find|found)\\b"),
            refusal("hedged", "\\b(?:maybe|perhaps)\\b"),
            refusal("question", "\\bwhy not\\b"),
            refusal(
                    "dangling reference",
                    // "Owners understand that, and": the clause that "that" belongs to was said before
                    "\\b(?:understand|remove|know|see|get|do|did|say|said|want|need|like|love|hate|take|make|use|have|has|fix|change|solve|believe|think|hear|read|tell|keep|build|buy|sell|break|avoid|handle|support) (?:that|this|these|those)(?=[,;:])"
                            + "|^(?:often ?times?|sometimes|most of the time|a lot of (?:the )?times?|usually|typically),? (?:those|these|that|this|they|it|he|she)\\b"
                            + "|^in (?:the|a) (?:same|similar|like) (?:regard|way|vein|sense|manner|spirit)\\b|, that's\\b|^whether (?:that|this|it)\\b"
                            + "|\\b(?:great|perfect|prime|classic|nice|interesting|simple|typical|best) examples?\\b"
                            + "|^the (?:most \\p{L}+|more \\p{L}+|[\\p{L}-]+) ones?\\b"
                            + "|\\bin the (?:exact |very )?same (?:situation|boat|position|place|spot)\\b(?! as\\b)|\\bthe (?:exact|very) same (?:way|thing|problem|idea)\\b(?! as\\b)"
                            + "|^the most \\p{L}+ (?:thing|part|point|question|reason|issue) (?:here |there |then )*(?:is|was)\\b"
                            + "|\\b(?:for|to|in|from|at|by|into|under|through|behind|around|after|over) it$"
                            + "|^(?:if|when|once|as|until|before|after) (?:you|we|people|they) (?:\\p{L}+ )?\\p{L}+ (?:it|them|that|this)\\b"
                            + "|\\bthe reason (?:why )?(?:i|we|they|it|he|she|you) (?:do|did)\\b|\\b(?:analogy|metaphor|comparison) (?:might|would|could|is|was)\\b"
                            + "|\\bhow (?:it|this|that) works\\b"),
            refusal(
                    "list item",
                    "^(?:the )?(?:part|chapter|version|phase|option|season|volume|round) (?:one|two|three|four|\\d+)\\b|^one in particular\\b"),
            refusal(
                    "hypothetical",
                    // without its condition, nobody knows under which
                    "^(?!.*\\b(?:if|when|unless|without|rather|because|until)\\b).*\\bwould(?:n't)?\\b|\\bwould (?:probably|likely|possibly)\\b|\\b(?:one|another|the other) possibility\\b"),
            refusal(
                    "hedged",
                    "^(?!.*\\b(?:if|when|unless|without)\\b).*\\bcould (?:actually |also |possibly |potentially )?be\\b"),
            refusal("dangling reference", "^the other (?!half\\b)"),
            refusal("fragment", "^as an? \\p{L}+, (?:unless|if|when)\\b"),
            refusal(
                    "definition",
                    "^(?:[\\p{L}\\p{N}.'’-]+ ){1,4}(?:is|are) (?:basically |essentially |really |effectively |simply )?"
                            + "(?:(?:where|when) (?:you|somebody|someone|people)|the (?:ability|amount|act|process|practice|concept|general idea|idea) (?:of|to)|an? (?:\\p{L}+ )?(?:package|piece|collection|set|library|framework|plugin|platform|hub|service|program|programme|website|project) (?:of|for|that|to))\\b"
                            + "|\\b(?:is|are) basically \\p{L}+['’]s (?:answer|version)\\b"),
            refusal(
                    "biography",
                    "^(?:whenever|every time|any ?time) i\\b|\\bi (?:always |usually |often |personally |would )*(?:recommend|suggest|love|prefer|hate|enjoy)\\b"),
            refusal(
                    "about the show",
                    "\\bi (?:kind of |sort of |totally |completely |fully )?(?:dis)?agree\\b|\\bif you (?:recall|remember)\\b"
                            + "|\\bshares? (?:his|her|their) (?:perspectives?|thoughts|views?|story|experiences?|insights?)\\b"),
            refusal("who is we", "^(?:many|most|some|all|a lot|few|half) of our\\b"),
            refusal(
                    "not the speaker's view",
                    "^(?:most |many |some |other )?people (?:always |often |usually )?say (?!(?:yes|no|a lot|nothing|less|more|what|so|hello|goodbye)\\b)"),
            refusal(
                    "demonstration",
                    "^the way (?:that )?(?:[\\p{L}\\p{N}.'’-]+ ){1,5}works? is\\b|\\byou (?:swipe|tap|press|hover)\\b"),
            refusal("past", "^the (?:[\\p{L}\\p{N}-]+ ){1,3}(?:was|were) \\p{L}+ing\\b|\\bthe goal has been\\b"),
            refusal(
                    "says little",
                    "^(?:people|folks|everybody|everyone|nobody|users|listeners) (?:is|are) (?:kind of |sort of |really |so |very |pretty |all )*\\p{L}+(?: right now)?(?:, \\p{L}+)?$"
                            + "|\\b(?:probably|already|all) familiar with\\b|\\b(?:is|are) (?:all around (?:us|you)|everywhere)\\b|\\bthe world is changing\\b"
                            + "|\\bbit of an? (?:\\p{L}+ )?\\p{L}+$|^the (?:mission|vision) of \\p{L}+ is\\b|\\bis a long time to\\b"),
            refusal(
                    "garbled",
                    "\\b(?:are|were|was) (?:they're|it's|there's|he's|she's|we're|you're|something's)\\b|\\bis (?:something's|anything's|nothing's)\\b"),
            refusal(
                    "too spoken",
                    "^'?cause\\b|\\b(?:there|here) you go\\b|\\b(?:do|doing|does|did|done|maintain|writ(?:e|ing)|use|using|mak(?:e|ing)|build(?:ing)?|hav(?:e|ing)|had|gets?|getting|says?|takes?|needs?|wants?|wrote|built|add(?:ing)?|for|into|the first|always|kind of) like (?!(?:that|this|it)\\b)\\p{L}"),
            refusal("about the show", "\\bthat you(?:'re|'ve|'ve been| are| have) \\p{L}+(?:ing|ed) (?:is|was|are)\\b"),
            refusal(
                    "elliptical",
                    "^[^,]{0,40}\\b(?:will|won't|do|don't|does|doesn't|did|didn't|can|can't|could|are|aren't|is|isn't|would|have|haven't)(?:,? but|, (?:and|so|because))\\b"),
            refusal(
                    "too spoken",
                    "(?:\\b(?:and|or|but|is|it's|are|means|have|has|really|search|probably|native|those|these|says|were|gets?|be|in),? like\\b(?<!\\b(?:is|are) like(?= (?:an?|the) ))|\\blike,|, like\\b|let's see|\\bman$|dingus|whatnot|(?:or|and) whatever|whatever$|whatever,|\\bso to say\\b|\\bbasically is\\b|\\breally really\\b|\\bkind of (?:a|the|its|all|main|fun)\\b|\\bsort of only\\b|\\breally kind of\\b|\\bsays it\\b|there's (?:types|so much|so many|a bunch|lots|also|a lot|a couple)\\b|\\b(?:wanna|gotta|kinda|sorta|dunno|ain't|cuz|ya|em)\\b|, (?:oh|well|sorry|okay|ok|yeah|yes|no|hey|wow|dude|geez|gosh|i mean|i think|you know|i don't know|i forget|believe it or not|right)\\b|\\b(?:stuff|things|something|anything) like that\\b|\\b(?:and|or) (?:stuff|things|everything|something)\\b|\\ba lot a\\b|\\bsort of,|\\bkind of,|\\bi think (?:is|are|was|it)\\b|\\bkind of thing\\b|\\b(?:tons|a ton|a bunch|loads) of\\b|\\bis is\\b|\\bis, is\\b|\\bthat that\\b|\\bthe the\\b|\\bto to\\b)"));

    private Phrases() {}

    private static Refusal refusal(String gate, String regex) {
        return new Refusal(gate, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
    }

    /** Name of the first gate at which the wording falls. */
    static Optional<String> refusal(String text) {
        return REFUSALS.stream()
                .filter(refusal -> refusal.wording().matcher(text).find())
                .map(Refusal::gate)
                .findFirst();
    }

    private record Refusal(String gate, Pattern wording) {}
}
