package io.briefcast.insight.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Word lists of the extractor. English only; the extractor abstains on anything else. */
final class Lexicon {
    static final Set<String> PRONOUNS = words(
            "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our"
                    + " ours ourselves they them their theirs themselves this that these those who whom what which one"
                    + " ones someone somebody something anyone anything everyone everybody everything there here");
    /** Pronouns that mean people in general, and nobody who was named before. */
    static final Set<String> EVERYBODY = words("everyone everybody nobody people");

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
    static final Set<String> AUXILIARIES =
            words("is are was were am has have had do does did will would shall should can could may might must isn't"
                    + " aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't"
                    + " cannot couldn't it's that's there's he's she's they're we're"
                    + " you're i'm who's what's they've we've you've they'll you'll it'll gets");
    static final Set<String> BE_OR_MODAL = words(
            "is are was were has have had will would can could must should isn't aren't wasn't weren't can't won't");
    /** "The truth is nobody knows": nouns after which a clause needs no "that". */
    static final Set<String> TAKES_CLAUSE = words(
            "truth fact reality problem point thing challenge question reason rule idea lesson trick danger risk hope fear"
                    + " belief catch trouble issue answer result news bet theory thesis secret irony difference upside"
                    + " downside advantage insight key bottom goal concern worry what all");

    static final Set<String> IRREGULAR_PAST = words(
            "became began bought brought built came cost cut did drew drove fell felt found gave got grew held hit kept"
                    + " knew led left lost made meant met paid put ran rose said saw sent set shut sold spent stood took"
                    + " taught thought told understood went won wrote spoke chose broke");
    /** Plain forms; of some 700 words, so that they have a file of their own. */
    static final Set<String> VERBS = resource("verbs.txt");
    /** Of those, the ones that are as often nouns. */
    static final Set<String> NOUN_TOO = words(
            "access account act aim answer approach attack balance bank base benefit bet bid bill blame block board book"
                    + " boost break bridge budget call care cause challenge change charge check claim climb code contact"
                    + " contract control cost cover crash credit cut cycle damage data deal debate decay decline decrease"
                    + " default delay demand design desire doubt drift drive drop effect effort end exit experience"
                    + " experiment exploit export fear feature feed field fight figure file filter fix float flow focus"
                    + " fold force form function fund gain grant group guarantee guide hand harm hire hope host"
                    + " house impact import increase influence interest issue job join judge key kick kind label lack land"
                    + " launch lead level lie light limit link list load lock look loss love machine mark market"
                    + " master match measure mention mind mistake model move name network notice object"
                    + " offer order pass permit pick place plan plant play point post power practice praise present price"
                    + " process produce product profile profit program progress project promise prompt purchase push"
                    + " question range rank rate reach reason recall record reduce reform regard release rent repair report"
                    + " request research reserve respect rest result return reuse reverse review reward ride rise risk role"
                    + " rot ruin rule rush sale save scale schedule score search sense service set shape share shift"
                    + " show sign signal sit size skip slip sort sound source space spark speed spend spin split spread"
                    + " stage stand start state stay step stick stop store stress stretch struggle study supply"
                    + " support surprise survey suspect swap switch talk target task tax term test thought"
                    + " threat tie time tool total touch tour track trade train transfer transition travel treat trend"
                    + " trick trigger trust try turn type update upgrade use value view visit voice vote wait walk want"
                    + " waste watch water wave wear weigh wish wonder worry write yield abstract ship cheat sink sort spot strike sum lift log map mask pair park patch pause press print pump race rain roll root"
                    + " sail sample screen seal shock shop smell smoke spare strip table tap taste team tip tire tow toy trap trash vest compute double copy sign");
    /** What follows a verb and hardly ever a noun. */
    static final Set<String> AFTER_VERB = words(
            "not when less little nothing better best worse worst first fast faster well too enough far nobody nothing"
                    + " people who what how why because if to");

    static final Set<String> ADVERBS = words(
            "often always never just also still even only now then already sometimes rarely seldom soon ever not almost"
                    + " either both all each");
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
    /** Words that hardly anybody says but in a sponsor read. */
    static final Set<String> SPONSOR =
            words("sponsor sponsors sponsored sponsoring promo coupon discount checkout advert signup");
    /** Words of sponsor reads that ordinary talk has too: developers sign code that is free. */
    static final Set<String> OFFER = words("trial podcast's offer listeners code sign subscribe free");

    static final Set<String> META = words(
            "podcast episode show listeners listener guest interview tune subscribe review patreon newsletter segment");

    static final Set<String> SUBORDINATORS = words(
            "who which whose because if when while where although though unless whereas whether what how why since once");
    static final Set<String> DEIXIS =
            words("here there today now currently tonight tomorrow yesterday ago recently lately upcoming latest");
    static final Set<String> ANAPHORA =
            words("another other others same such former latter again too either those these this");

    private Lexicon() {}

    private static Set<String> resource(String name) {
        try (InputStream list = Lexicon.class.getResourceAsStream(name)) {
            if (list == null) {
                throw new IllegalStateException("%s is not on the class path".formatted(name));
            }
            return words(new String(list.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(name), e);
        }
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
