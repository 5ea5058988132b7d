package io.briefcast.adapter.discord;

import static io.briefcast.adapter.discord.FakeInteractions.byVisitor;
import static io.briefcast.adapter.discord.FakeInteractions.form;
import static io.briefcast.adapter.discord.FakeInteractions.in;
import static io.briefcast.adapter.discord.FakeInteractions.option;
import static io.briefcast.adapter.discord.FakeInteractions.press;
import static io.briefcast.adapter.discord.FakeInteractions.slash;
import static io.briefcast.adapter.discord.FakeInteractions.speaking;
import static io.briefcast.adapter.discord.FakeInteractions.typing;
import static io.briefcast.adapter.discord.Talk.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.adapter.discord.FakeAnswers.Kind;
import io.briefcast.adapter.discord.FakeAnswers.Said;
import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.Press;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscordFormsTest {
    private static final Map<String, List<String>> NOW = Map.of(
            "at", List.of("07:30"),
            "zone", List.of("Europe/Madrid"),
            "days", List.of("mon", "wed"),
            "topics", List.of("compute strategy"),
            "count", List.of("7"));

    private final BlockingQueue<CommandRequest> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Press> pressed = new LinkedBlockingQueue<>();
    private final Conversation talk = new Conversation(
            List.of(
                    command("insights", false, List.of(Talk.TOPIC), request -> "About"),
                    command("briefcast saved", false, List.of(Talk.FORMAT), request -> "Saved"),
                    command("briefcast subscribe", false, List.of(Talk.AT, Talk.TOPIC, Talk.FORMAT), this::noted),
                    command("briefcast resume", false, List.of(), this::noted),
                    command("briefcast schedule", true, List.of(Talk.AT, Talk.DAYS), this::noted)),
            List.of(Talk.button("subscribe", this::pressed), Talk.button("resume", this::pressed)));

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void registersEveryCommandOnceWithItsOptionsEverywhereAndInSeveralLanguages() {
        talk.discord.await(() -> talk.discord.commands().length() > 0);

        assertThat(talk.discord.commands().toString())
                .contains("\"name\":\"insights\"", "\"autocomplete\":true", "\"de\":\"erkenntnisse\"")
                .contains("\"contexts\":", "\"integration_types\":", DiscordDefinitions.RELATED);
    }

    @Test
    void completesWhileSomebodyTypesAndOffersPopularValuesForNothing() {
        assertThat(choices("com")).contains("TOPIC like com").doesNotContain("xxx");
        assertThat(choices("")).contains("TOPIC like ");
    }

    @Test
    void opensAFormForACommandWithoutItsOptionsAndTakesItBack() {
        Said form = talk.types("briefcast schedule");

        assertThat(form.kind()).isEqualTo(Kind.FORM);
        assertThat(sent(form, "at", "8:00").text()).contains("Noted");
        CommandRequest request = asked.remove();
        assertThat(request.path()).isEqualTo("briefcast schedule");
        assertThat(request.options()).containsEntry("at", "8:00");
    }

    @Test
    void checksRightsWhenAFormIsSentAndNotOnlyWhenItIsOpened() {
        String id = talk.types("briefcast schedule").body().getString("custom_id");

        assertThat(talk.does(byVisitor(form(id, "at", "8:00"))).getFirst().words())
                .contains("Only people who manage this channel");
        assertThat(talk.does(in(FakeServer.QUIET, form(id, "at", "8:00")))
                        .getFirst()
                        .words())
                .contains("lacks these rights in #quiet: Send Messages");
        assertThat(asked).isEmpty();
    }

    @Test
    void opensNoFormThatWouldBeFilledInForNothing() {
        assertThat(talk.does(byVisitor(slash("briefcast schedule"))).getFirst().words())
                .contains("Only people who manage this channel");
        assertThat(talk.does(in(FakeServer.QUIET, slash("briefcast schedule")))
                        .getFirst()
                        .words())
                .contains("lacks these rights in #quiet: Send Messages");
        assertThat(asked).isEmpty();
    }

    @Test
    void takesNoOtherNumberThanABriefMayHave() {
        CommandSpec.Option count = CommandSpec.Option.optional("count", "How many", CommandSpec.Kind.COUNT);
        CommandCatalogue catalogue =
                new CommandCatalogue(List.of(command("brief", false, List.of(count), request -> "Brief")));

        assertThat(DiscordDefinitions.of(catalogue).getFirst().toData().toString())
                .contains("\"min_value\":1", "\"max_value\":10");
    }

    @Test
    void schedulesTheChannelInWhichTheFormWasOpened() {
        sent(talk.types("briefcast schedule"), "at", "8:00");

        CommandRequest request = asked.remove();
        assertThat(request.place().address()).isEqualTo(FakeServer.ID + "/" + FakeServer.BRIEFS);
        assertThat(request.asker().zone()).asString().isEqualTo("UTC");
    }

    @Test
    void offersNothingForWhatIsNotOursAndNothingRatherThanAnError() {
        assertThat(talk.does(typing("briefcast unknown", "topic", "c"))
                        .getFirst()
                        .body()
                        .getArray("choices"))
                .isEmpty();
        assertThat(choices("break")).isEqualTo("{\"choices\":[]}");
    }

    @Test
    void explainsItsFieldsInThePersonsLanguage() {
        assertThat(talk.does(speaking("fr", slash("briefcast schedule")))
                        .getFirst()
                        .text())
                .contains("Heure, par exemple 8:00");
        assertThat(talk.types("briefcast schedule").text()).contains("Time of day, such as 8:00");
    }

    @Test
    void saysTheSameInEveryLanguage() throws IOException {
        assertThat(keys("de")).isEqualTo(keys("fr")).isEqualTo(keys("es")).containsAll(keys(""));
    }

    private static Set<String> keys(String language) throws IOException {
        Properties words = new Properties();
        String name = "words%s.properties".formatted(language.isEmpty() ? "" : "_" + language);
        try (InputStream file = Objects.requireNonNull(DiscordWords.class.getResourceAsStream(name))) {
            words.load(file);
        }
        return words.stringPropertyNames();
    }

    @Test
    void leavesOutWhatWasLeftEmptyInAForm() {
        sent(talk.types("briefcast schedule"), "at", "");

        assertThat(asked.remove().option("at")).isEmpty();
    }

    @Test
    void writesToThePersonOnceBeforeAnybodyCountsOnIt() {
        sent(talk.types("briefcast subscribe"), "at", "8:00");
        sent(talk.types("briefcast subscribe"), "at", "9:00");

        assertThat(talk.discord.posted()).hasSize(1).first().asString().contains("Your daily brief comes here");
        assertThat(asked).hasSize(2).allSatisfy(request -> {
            assertThat(request.place().direct()).isTrue();
            assertThat(request.place().address()).isEqualTo("@me/" + FakeServer.CONVERSATION);
        });
    }

    @Test
    void writesToNobodyWhoseCommandIsRefused() {
        assertThat(talk.types("briefcast subscribe", option("at", "nonsense")).words())
                .contains("That is no time.");
        assertThat(talk.types("briefcast subscribe", option("format", "paper")).words())
                .contains("'paper' is no format.");

        assertThat(talk.discord.posted()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void writesToNobodyAgainWhoGetsBriefsAlready() {
        Subscription order = order(Audience.Kind.PERSON, "@me/" + FakeServer.CONVERSATION);
        talk.subscriptions.save(order);

        talk.types("briefcast subscribe", option("at", "9:00"));

        assertThat(talk.discord.posted()).isEmpty();
        assertThat(asked.remove().place().address()).isEqualTo("@me/" + FakeServer.CONVERSATION);
        talk.subscriptions.save(order.activated(false));
        talk.types("briefcast resume");
        assertThat(talk.discord.posted()).as("the conversation may be closed").hasSize(1);
    }

    @Test
    void changesNothingForAPersonWhoTakesNoDirectMessages() {
        Said form = talk.types("briefcast subscribe");
        talk.discord.closeConversations();

        Said reply = talk.does(byVisitor(form(form.body().getString("custom_id"), "at", "8:00")))
                .getFirst();

        assertThat(reply.text()).contains("does not let Briefcast write to you");
        assertThat(asked).isEmpty();
        assertThat(talk.does(byVisitor(slash("briefcast resume"))).getFirst().text())
                .contains("does not let Briefcast write to you");
    }

    @Test
    void opensNoFormForAPersonWhoTakesNoDirectMessages() {
        talk.discord.closeConversations();

        Said reply = talk.types("briefcast subscribe");

        assertThat(reply.kind()).isNotEqualTo(Kind.FORM);
        assertThat(reply.text()).contains("does not let Briefcast write to you");
    }

    @Test
    void fillsAFormInWithWhatHoldsAndSaysWhatHasNoFieldInIt() {
        DataObject form = DiscordForm.of(subscribe(), NOW, Locale.GERMANY).toData();

        assertThat(ModalRules.faults(form)).isEmpty();
        assertThat(labels(form, "label"))
                .containsExactly("Uhrzeit", "Zeitzone", "Tage", "Themen", "Erkenntnisse am Tag");
        assertThat(labels(form, "description"))
                .contains("Zeitzone, etwa Europe/Berlin. Jetzt: Europe/Madrid")
                .last()
                .asString()
                .endsWith("Auch: /briefcast subscribe shows:");
        assertThat(form.toString()).contains("07:30", "Europe/Madrid", "Mittwoch");
        assertThat(chosen(form, "days")).containsExactly("mon", "wed");
        assertThat(chosen(form, "count")).containsExactly("7");
    }

    @Test
    void everyHintOfAFormFitsInEveryLanguage() {
        assertThat(List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.JAPANESE))
                .allSatisfy(language -> assertThat(ModalRules.faults(
                                DiscordForm.of(subscribe(), NOW, language).toData()))
                        .isEmpty())
                .allSatisfy(language -> assertThat(labels(
                                DiscordForm.of(subscribe(), NOW, language).toData(), "description"))
                        .noneMatch(hint -> hint.endsWith("…")));
    }

    @Test
    void takesSeveralDaysOfAForm() {
        assertThat(chosen(talk.types("briefcast schedule").body(), "days")).containsExactly("mon", "fri");
        String id = talk.types("briefcast schedule").body().getString("custom_id");

        talk.does(form(
                id,
                DataObject.empty()
                        .put("type", 3)
                        .put("id", 2)
                        .put("custom_id", "days")
                        .put("values", DataArray.empty().add("mon").add("wed"))));

        assertThat(asked.remove().options()).containsEntry("days", "mon,wed");
    }

    @Test
    void describesGroupsAndChoicesInSeveralLanguages() {
        CommandSpec.Option kind = CommandSpec.Option.choice("kind", "What it is", List.of("topic", "show"));
        CommandCatalogue catalogue = new CommandCatalogue(
                List.of(command("briefcast topics mute", false, List.of(kind), request -> "Muted")));

        String root = DiscordDefinitions.of(catalogue).getFirst().toData().toString();

        assertThat(root)
                .contains("Podcast insights: your daily brief, topics and shows", "Erkenntnisse aus Podcasts")
                .contains("that you follow or mute", "denen du folgst oder die stumm sind")
                .contains("\"de\":\"Thema\"", "\"fr\":\"sujet\"", "\"es-419\":\"tema\"")
                .contains("\"value\":\"topic\"");
    }

    /** The options that the commands for briefs have. */
    private static CommandSpec subscribe() {
        return command(
                        "briefcast subscribe",
                        false,
                        List.of(
                                Talk.AT,
                                Talk.ZONE,
                                Talk.DAYS,
                                CommandSpec.Option.optional(
                                        "topics",
                                        "Only these topics, with commas between; all for everything",
                                        CommandSpec.Kind.TOPIC),
                                CommandSpec.Option.optional("shows", "Only these shows", CommandSpec.Kind.SHOW),
                                Talk.COUNT),
                        request -> "Subscribed")
                .spec();
    }

    private static List<DataObject> fields(DataObject form) {
        DataArray labels = form.getArray("components");
        return IntStream.range(0, labels.length()).mapToObj(labels::getObject).toList();
    }

    private static List<String> labels(DataObject form, String what) {
        return fields(form).stream().map(label -> label.getString(what)).toList();
    }

    private static List<String> chosen(DataObject form, String field) {
        DataArray options = fields(form).stream()
                .map(label -> label.getObject("component"))
                .filter(component -> component.getString("custom_id").equals(field))
                .findFirst()
                .orElseThrow()
                .getArray("options");
        return IntStream.range(0, options.length())
                .mapToObj(options::getObject)
                .filter(option -> option.getBoolean("default", false))
                .map(option -> option.getString("value"))
                .toList();
    }

    @Test
    void changesNothingWhileDiscordTakesNoDirectMessages() {
        talk.discord.misbehave(new Fault.Status(400, 40003, java.util.Map.of()));

        assertThat(talk.types("briefcast subscribe").text()).contains("takes no direct message just now");
        assertThat(asked).isEmpty();
    }

    @Test
    void writesToThePersonWhoPressesASubscriptionBeforeAnybodyCountsOnIt() {
        assertThat(words(press("subscribe:c1"))).contains("Noted");

        assertThat(talk.discord.posted()).hasSize(1).first().asString().contains("Your daily brief comes here");
        Press subscribed = pressed.remove();
        assertThat(subscribed.place().direct()).isTrue();
        assertThat(subscribed.place().address()).isEqualTo("@me/" + FakeServer.CONVERSATION);
    }

    @Test
    void changesNothingForAPersonWhoPressesAndTakesNoDirectMessages() {
        talk.subscriptions.save(order(Audience.Kind.PERSON, FakeServer.ADA).activated(false));
        talk.discord.closeConversations();

        for (String button : List.of("subscribe:c1", "resume:s1")) {
            Said reply = talk.does(press(button)).getFirst();

            assertThat(reply.alone()).isTrue();
            assertThat(reply.words()).contains("does not let Briefcast write to you");
        }
        assertThat(pressed).isEmpty();
    }

    @Test
    void changesNothingForAPersonWhoPressesWhileDiscordTakesNoDirectMessages() {
        talk.discord.misbehave(new Fault.Status(400, 40003, java.util.Map.of()));

        assertThat(words(press("subscribe:c1"))).contains("takes no direct message just now");
        assertThat(pressed).isEmpty();
    }

    @Test
    void writesToAPersonWhileThousandsGetTheirBriefs() {
        Instant now = talk.clock.instant();
        for (int person = 0; person < 5_000; person++) {
            talk.pacing.reserve(DiscordAddress.direct(person), now, Duration.ofSeconds(3));
            talk.pacing.reserve(DiscordAddress.channel("1", person), now, Duration.ofSeconds(3));
        }

        assertThat(words(press("subscribe:c1"))).contains("Noted");

        assertThat(talk.discord.posted()).hasSize(1);
        assertThat(talk.clock.instant())
                .as("one direct message a second")
                .isBetween(now.plusSeconds(4), now.plusSeconds(5));
    }

    @Test
    void writesToNobodyWhoseButtonIsRefused() {
        talk.subscriptions.save(order("strange", Audience.Kind.PERSON, FakeServer.ADA));

        assertThat(words(byVisitor(press("resume:strange")))).contains("That is not yours.");
        assertThat(words(press("subscribe:strange"))).contains("That is not yours.");

        assertThat(talk.discord.posted()).isEmpty();
        assertThat(pressed).isEmpty();
    }

    @Test
    void writesToNobodyWhoLetsTheBriefOfAChannelGoOn() {
        talk.subscriptions.save(order(Audience.Kind.CHANNEL, FakeServer.ID + "/" + FakeServer.BRIEFS));
        talk.discord.closeConversations();

        assertThat(words(press("resume:s1"))).contains("Noted");

        assertThat(talk.discord.posts()).isEmpty();
        assertThat(pressed.remove().place().direct()).isFalse();
    }

    private static Subscription order(Audience.Kind kind, String address) {
        return order("s1", kind, address);
    }

    /** Ada's, who gets it at eight. */
    private static Subscription order(String id, Audience.Kind kind, String address) {
        Asker ada = new Asker("discord", "", FakeServer.ADA, "Ada", false, false, ZoneOffset.UTC, Locale.ENGLISH);
        return new Subscription(
                id,
                new Audience(ada.id(), "discord", kind, "", address),
                Interests.EVERYTHING,
                BriefTime.daily(LocalTime.of(8, 0), ZoneOffset.UTC),
                true);
    }

    private Answer pressed(Press press) {
        pressed.add(press);
        return Answer.toAsker(Talk.said("Noted"));
    }

    private String words(DataObject interaction) {
        return talk.does(interaction).getFirst().words();
    }

    private String noted(CommandRequest request) {
        asked.add(request);
        return "Noted";
    }

    private String choices(String typed) {
        return talk.does(typing("insights", "topic", typed)).getFirst().text();
    }

    private Said sent(Said form, String field, String value) {
        return talk.does(form(form.body().getString("custom_id"), field, value)).getFirst();
    }
}
