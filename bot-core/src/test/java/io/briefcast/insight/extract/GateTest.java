package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Renting capacity is cheaper until you need it in a hurry",
                "Almost all successful companies follow a bowling pin strategy",
                "Agents are hard to test, because you don't know the workflow up front",
                "Cheap power is interesting because it decides where the next building stands",
                "The best founders trust their engineering teams to find the answer",
                "Venture only works in theory because the proactive competitor always wins",
                "If the power contract ends, the building is worth only its land",
                "If your company doubles every year, it needs a new way to decide every year",
                "Most people who leave a company leave a manager",
                "Latency, not bandwidth, is what makes an application feel slow",
                "The problem with annual plans is that everybody knows in March that they are wrong",
                "Customers do not want a drill or a hole, they want to stop thinking about the wall",
                "Consumers are fickle, and enterprises are slow, which is why both are hard to sell to",
                "AI systems are stateless by design but useful intelligence requires state",
                "Everyone else is going to need Nvidia's chipsets because nothing else trains large models",
                "Everybody needs a second supplier because the first one fails in a shortage",
                "Labs that were conservative about buying compute now face a quality tax",
                "Good design says more about a company than its adverts",
                "Insurance claims are paid late because nobody reads them twice",
                "Small workshops get better steel because they pay more than the big ones",
                "A simple menu sells well, because in a small kitchen less is more",
                "The difference between renting and owning is who pays for the empty months",
                "The difference in price between rented and owned machines is the empty month",
                "The truth is most bakeries are late with their taxes every single year",
                "The thing about rented machines is that somebody else repairs them at night",
                "Old mills survive because what we call waste is fuel for the bakery",
                "Data scientists spend most of their time on cleaning, and almost none of the tools help"
            })
    void aClaimThatStandsOnItsOwnPasses(String claim) {
        assertThat(refusal(claim)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dangling reference | It is cheaper to rent than to own a data centre these days",
                "dangling reference | Organisations that can bear that load have a huge advantage over others",
                "dangling reference | Sales knows the answer to this question better than anybody else",
                "dangling reference | In every second company, it's the accountants who choose the software",
                "dangling reference | The gardener told the owner that he should water the roses more often",
                "dangling reference | The main difference is that rented machines are somebody else's worry",
                "dangling reference | Most of the labs in our part of the country already use it",
                "dangling reference | Nine out of ten hospitals in the north had problems with those",
                "dangling reference | More because on the other side the project requires more in terms of building",
                "fragment | Many consumers on the product and a place in pop culture",
                "fragment | Prompts in models to improve the quality of the first proposed output",
                "fragment | The way we look at the work right now or at the workforce in an ideal office",
                "fragment | Understanding that most large organisations have lived through some sort of audit",
                "dangling reference | The actual structure of the thing - there's really a couple of main files",
                "fragment | Money being used for any purpose - that needs to be written down somewhere",
                "fragment | A lot easier, a lot more conferences are held because the hurdles are down",
                "dangling reference | The harder it's going to be to do a full rewrite of the billing system",
                "dangling reference | Scale, but these are connections between systems in order to fulfil tasks",
                "fragment | The frame buffer that, dad built -- the system overall runs on SuperPaint",
                "fragment | The owners like the plan and the owners like the plan of the bank",
                "fragment | Fixing every fault that came along, and then the hospitals started trusting us",
                "fragment | A product on your own machines - the challenges are upgrades and support",
                "says little | The value of somebody who can tell a good story is more scarce",
                "says little | Owners of the old mills want a number, but it's a test",
                "says little | Mirrors for the workshop are cool, because they're made of one piece",
                "says little | A lot of owners are realizing this is a problem",
                "says little | The quantum computer in the cellar could do only certain problems",
                "dangling reference | As hospitals started renting machines, this is not well understood by owners",
                "dangling reference | Others are a little more structured in how they pay for machines",
                "dangling reference | Too few windows make it hard to tell how they're approaching it",
                "elliptical | Some owners will, but most hospitals just want to use the machine",
                "fragment | As returns of the fund happen, which is distant for most of the owners",
                "fragment | Given the fact that owners rent in the open, which is an oddity for banks",
                "fragment | In terms of the hospitals that own machines, owners look for other buildings",
                "fragment | At the same time, closing wards that people want, because nobody pays, and so on",
                "fragment | Most machines of the bank end up cheap to run for small hospitals even",
                "hedged | Eventually, maybe the chain of value disappears from the industry",
                "about the show | The key figure that you're pushing is growth in donations from owners",
                "says little | Building a mirror for ten thousand dollars is not easy from the money side",
                "says little | Sharing weakness with customers is pretty interesting, because owners trust it",
                "dangling reference | Most owners of hospitals have the same problem as we do on it",
                "dangling reference | The usual way of failing is that they lose control of hiring",
                "dangling reference | Direct competitors in the hospital market are much smaller than us",
                "definition | A safe is a simple agreement for future equity in the hospital",
                "biography | Reviews with employees of the bank are the worst situations for me",
                "cut off | Customers come to us and call it \"the tool that nobody asked for",
                "garbled | Rented machines are cheaper When the whole market wants them in one week",
                "list item | The second one is a book about strategy by a well known professor",
                "list item | One of the challenges of running machines in a hospital is the paperwork",
                "list item | Git is an excellent example of a tool that was written for its author",
                "not the speaker's view | People say renting is always cheaper than owning the building",
                "not the speaker's view | Everybody said that the building would never earn its price back",
                "not the speaker's view | Critics said the building would never pay for its power",
                "not the speaker's view | Customers come to the booth saying \"we want to rent\" and then they buy",
                "not the speaker's view | The common wisdom is that founders should move to a large city",
                "not the speaker's view | According to the supplier the power price falls by half in a year",
                "not the speaker's view | Gartner says renting will be cheaper than owning by the end of it",
                "not the speaker's view | Some researchers claim the models have stopped getting better with size",
                "not the speaker's view | The vendors want you to believe that every company needs a platform",
                "hypothetical | If machines were free every hospital in the country would own a hundred",
                "hypothetical | Every hospital would own a hundred machines if they were free to run",
                "not meant | Renting is cheaper than owning for a hospital, I don't think",
                "past | Before the crash founders found a market first and a strategy later",
                "past | Historically the best machines went to the banks and to nobody else",
                "hypothetical | Imagine if every chip in the world were made in one place",
                "hypothetical | In an ideal world every hospital owns the machines that it needs",
                "hypothetical | Teachers would be happier, and it'd be so much cheaper for the schools",
                "not meant | Banks will surely lower the fees for small shops, yeah right, any day",
                "announcement | The makers of the database have just released a driver for tables",
                "announcement | The call for papers of the conference in Lisbon is open for a month",
                "demonstration | In the upper corner you click on the name and the table opens",
                "definition | A network with many layers of that sort is known as deep learning",
                "biography | My first job was in a bakery that sold bread to hospitals",
                "about the show | You mentioned that founders should always raise money early",
                "about the show | This episode covers why renting is cheaper than owning a building",
                "about the show | The machines that you guys rent out are different from the usual ones",
                "dangling reference | Big companies with old databases really want to do this for developers",
                "says little | The new editor for the shared design files is pretty interesting",
                "says little | Getting the right people for the platform team makes a lot of sense",
                "too spoken | People who own search engines will move to vectors and like semantic use cases",
                "too spoken | The price of power falls at night, oh, sorry, in the early morning",
                "fragment | The long chat on the side of the page, which is sometimes a link",
                "fragment | Having people sit in the same meetings instead of separate teams",
                "dangling reference | Prices may fall for a while, but the thing is cheap in the end",
                "dangling reference | Bakers buy ovens at the fair because the things never break in winter",
                "dangling reference | The difference of price drives most bakeries out of a small town",
                "dangling reference | The big difference in speed is felt by every baker with an old oven",
                "half a comparison | Most small bakeries in the north probably care about flour more",
                "half a comparison | Bakers with one large oven and two apprentices sleep less",
                "half a comparison | Ovens that are built in the old way bake rye bread better",
                "who is we | Bakers get up early, but we pay for bread and not for early hours",
                "who is we | Bread from the large factories is cheap; we bake for the other half",
                "who is we | Bakers get up at three in the morning but we've never asked them to",
                "past | One bakery with a broken oven would stop the others, which was not ideal",
                "garbled | Thinking of everybody is baking at home does not sell an oven",
                "dangling reference | Loaves can then be put into the oven long before the guests arrive",
                "garbled | Even in large towns the way flour is bought is bakers are visited once a year",
                "garbled | The way ovens are sold is the old mills were asked for their addresses",
                "question | Why is renting cheaper than owning a data centre today?",
                "too short | Renting is cheaper"
            })
    void whatDoesNotIsRefusedByName(String gate, String text) {
        assertThat(refusal(text)).contains(gate);
    }

    private static Optional<String> refusal(String text) {
        return Gate.refusal(text, Tokens.of(text));
    }
}
