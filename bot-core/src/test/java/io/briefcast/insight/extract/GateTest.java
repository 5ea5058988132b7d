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
                "If the power contract ends, the building is worth only its land"
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
                "fragment | More because on the other side the project requires more in terms of building",
                "fragment | Many consumers on the product and a place in pop culture",
                "dangling reference | Scale, but these are connections between systems in order to fulfil tasks",
                "fragment | The frame buffer that, dad built -- the system overall is called SuperPaint",
                "fragment | The plan is good and the plan is good because money is cheap",
                "list item | The second one is a book about strategy by a well known professor",
                "not the speaker's view | People say renting is always cheaper than owning the building",
                "not the speaker's view | Before I thought you find a market first and a strategy later",
                "not the speaker's view | Imagine if every chip in the world were made in one place",
                "not the speaker's view | Critics said the building would never pay for its power",
                "biography | My first job was in a bakery that sold bread to hospitals",
                "about the show | You mentioned that founders should always raise money early",
                "about the show | This episode covers why renting is cheaper than owning a building",
                "dangling reference | Big companies with old databases really want to do this for developers",
                "says little | The new editor for the shared design files is pretty interesting",
                "too spoken | People who own search engines will move to vectors and like semantic use cases",
                "fragment | The long chat on the side of the page, which is sometimes a link",
                "fragment | Having people sit in the same meetings instead of separate teams",
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
