package io.briefcast.insight.extract;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Word lists of the extractor. English only; the extractor abstains on anything else. */
final class Lexicon {
    static final Set<String> PRONOUNS = words(
            "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our"
                    + " ours ourselves they them their theirs themselves this that these those who whom what which one"
                    + " ones someone somebody something anyone anything everyone everybody everything there here");
    static final Set<String> DANGLING = words(
            "he she it they this that these those his her its their him them here there such so then thats its theyre"
                    + " hes shes theres it's that's they're he's she's there's");
    static final Set<String> FIRST_PERSON = words("i me my mine i'm i've i'd i'll");
    static final Set<String> WE = words("we us our ours we're we've we'd we'll");
    static final Set<String> STOP = words(
            "a an the and or but if then else when while of in on at by for with about against between into through"
                    + " during before after above below to from up down out off over under again further once is am are"
                    + " was were be been being have has had having do does did doing will would shall should can could"
                    + " may might must not no nor only own same than too very just also even still yet already really"
                    + " much many more most some any all both each few other another lot lots bit kind sort thing"
                    + " things stuff get gets got going go goes went come comes make makes made say says said see know"
                    + " think want like way ways well actually basically literally because as how why where right now"
                    + " let let's don't doesn't didn't isn't aren't wasn't can't won't i'm you're it's that's there's"
                    + " we're they're i've you've we've they've yeah okay oh um uh");
    static final Set<String> DETERMINERS = words(
            "a an the my your his her its our their this that these those some any no every each either neither much many"
                    + " more most all both several few");
    static final Set<String> PREPOSITIONS = words(
            "of in on at by for with about against between into through during before after from up down over under to"
                    + " without within toward towards across per via than as like");
    static final Set<String> AUXILIARIES = words(
            "is are was were am be been has have had do does did will would shall should can could may might must isn't"
                    + " aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't"
                    + " cannot couldn't it's that's there's he's she's they're we're you're i'm gets get");
    static final Set<String> IRREGULAR_PAST = words(
            "became began bought brought built came cost cut did drew drove fell felt found gave got grew held hit kept"
                    + " knew led left lost made meant met paid put ran rose said saw sent set shut sold spent stood took"
                    + " taught thought told understood went won wrote spoke chose broke");
    static final Set<String> VERBS = words(
            "accept account add affect agree allow answer appear apply argue arrive ask assume attract avoid balance bear"
                    + " beat become begin behave believe belong benefit break bring build burn buy call care carry cause"
                    + " change charge choose close collapse combine come compare compete compound consume contain"
                    + " continue contribute control cost cover create cut deal decide decline define deliver demand"
                    + " depend deserve design destroy determine develop die differ disappear discover do double drive"
                    + " drop earn emerge enable end ensure enter evolve exceed exist expand expect explain fail fall"
                    + " favor favour feel fight fill find finish fit fix flow focus follow force forget gain gather"
                    + " generate get give go govern grow handle happen hate have help hide hire hit hold hurt ignore"
                    + " improve include increase influence invest involve join judge keep kill know lack last lead"
                    + " learn leave let lie limit live look lose lower make manage matter mean measure move need occur"
                    + " offer open operate outlast outperform outweigh own pay perform pick place plan play point prefer"
                    + " prevent price produce promise protect prove provide pull punish push put raise reach reduce"
                    + " reflect remain remove rent replace represent require reserve resist respond rest result return"
                    + " reveal reward ride rise run save scale sell send separate serve set settle shape share shift"
                    + " show shrink signal sit slow solve spend split spread stand start stay steal stop store struggle"
                    + " succeed suffer suggest support survive take target teach tell tend think threaten tie touch"
                    + " trade train transfer travel treat trigger trust try turn underestimate understand use vanish"
                    + " vary wait want waste watch weigh win wonder work worry write");
    static final Set<String> HEDGES =
            words("maybe perhaps probably possibly guess suppose somewhat apparently presumably");
    static final Set<String> VAGUE =
            words("thing things stuff something everything anything somehow whatever etc lot lots kinda sorta");
    static final Set<String> CAUSAL =
            words("because since therefore hence thus means causes leads forces drives results");
    static final Set<String> CONTRAST =
            words("but rather instead although though whereas while despite unless yet however not only than versus");
    static final Set<String> CLAIM = words(
            "always never every only most must cannot can't need needs require requires depends matters fails wins loses"
                    + " better worse best worst harder easier cheaper faster slower bigger smaller key biggest real"
                    + " wrong true mistake problem reason advantage bottleneck limit constraint risk cost price value"
                    + " determines decides proves predicts underestimate overestimate future fundamentally");
    static final Set<String> COMPARATIVE = words(
            "more less better worse cheaper faster slower bigger smaller larger higher lower easier harder fewer");
    static final Set<String> SPONSOR = words(
            "sponsor sponsors sponsored sponsoring promo coupon discount checkout trial podcast's offer listeners code"
                    + " sign signup subscribe free advert");
    static final Set<String> META = words(
            "podcast episode show listeners listener guest interview tune subscribe review patreon newsletter segment");

    private Lexicon() {}

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
