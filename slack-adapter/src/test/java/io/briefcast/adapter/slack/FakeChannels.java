package io.briefcast.adapter.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.briefcast.adapter.slack.FakeSlack.Posted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The channels of {@link FakeSlack} and what was said in them: a message a second and channel, read page by page. */
final class FakeChannels {
    private static final Duration GAP = Duration.ofSeconds(1);
    private static final int MAX_METADATA = 1_000;
    /** What an app that many workspaces install gets of a history, once a minute. */
    private static final int LIMITED_PAGE = 15;

    private static final Duration LIMITED_GAP = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final FakePeople people;
    private final FakePictures pictures;
    private final Map<String, String> teams =
            new HashMap<>(Map.of("C0BRIEFS", FakeSlack.TEAM, "C0OTHER", FakeSlack.TEAM));
    private final Set<String> direct = new HashSet<>();
    private final Set<String> foreign = new HashSet<>();
    private final Map<String, String> creators = new HashMap<>();
    private final List<Posted> posted = new ArrayList<>();
    private final Map<String, Instant> lastPost = new HashMap<>();
    private boolean historyIsLimited;
    private Instant lastHistory = Instant.MIN;
    private int pageSize = 100;
    private long sequence;

    FakeChannels(InstantSource clock, FakePeople people, FakePictures pictures) {
        this.clock = clock;
        this.people = people;
        this.pictures = pictures;
    }

    void add(String team, String channel) {
        teams.put(channel, team);
    }

    void remove(String channel) {
        teams.remove(channel);
        direct.remove(channel);
    }

    void leave(String channel) {
        foreign.add(channel);
    }

    void created(String channel, String user) {
        creators.put(channel, user);
    }

    void chatter(String channel, int count) {
        for (int i = 0; i < count; i++) {
            posted.add(new Posted(channel, ts(), Map.of("text", "chatter"), clock.instant()));
        }
    }

    void limitHistory() {
        historyIsLimited = true;
        pageSize = LIMITED_PAGE;
    }

    void pagesOf(int size) {
        pageSize = size;
    }

    List<Posted> posted() {
        return List.copyOf(posted);
    }

    /** Method {@code conversations.info}. */
    Answered info(String team, String id) {
        if (!isThere(team, id)) {
            return Answered.refused("channel_not_found");
        }
        JsonObject channel = Answered.object("id", id);
        channel.addProperty("creator", creators.getOrDefault(id, "U0FOUNDER"));
        return Answered.ok(answer -> answer.add("channel", channel));
    }

    /** Method {@code conversations.open}. */
    Answered open(String team, String user) {
        if (!user.startsWith("U") || people.isElsewhere(user, team)) {
            return Answered.refused("user_not_found");
        }
        return Answered.ok(answer -> answer.add("channel", Answered.object("id", conversation(user))));
    }

    /** Method {@code chat.postMessage}. */
    Answered post(String team, Map<String, String> arguments) {
        String address = arguments.getOrDefault("channel", "");
        String channel = conversation(address);
        if (!isThere(team, channel) || people.isElsewhere(address, team)) {
            return Answered.refused("channel_not_found");
        }
        String fault = fault(arguments);
        if (!fault.isEmpty()) {
            return Answered.refused(fault);
        }
        Instant now = clock.instant();
        if (now.isBefore(
                lastPost.getOrDefault(team + "/" + channel, Instant.MIN).plus(GAP))) {
            return Answered.tooMany(GAP);
        }
        lastPost.put(team + "/" + channel, now);
        Posted message = new Posted(channel, ts(), arguments, now);
        posted.add(message);
        return Answered.ok(answer -> {
            answer.addProperty("channel", channel);
            answer.addProperty("ts", message.ts());
        });
    }

    /** What is wrong with a message; empty when nothing is. */
    private String fault(Map<String, String> arguments) {
        if (arguments.getOrDefault("text", "").isEmpty()) {
            return "no_text";
        }
        JsonArray blocks =
                JsonParser.parseString(arguments.getOrDefault("blocks", "[]")).getAsJsonArray();
        List<String> faultsOfBlocks = arguments.containsKey("blocks") ? BlockKitRules.faults(blocks) : List.of();
        if (!faultsOfBlocks.isEmpty() || pictures.spoil(blocks)) {
            return "invalid_blocks";
        }
        return arguments.getOrDefault("metadata", "").length() > MAX_METADATA ? "metadata_too_large" : "";
    }

    /** Method {@code conversations.history}. */
    Answered history(String team, Map<String, String> arguments) {
        String channel = arguments.getOrDefault("channel", "");
        if (!isThere(team, channel)) {
            return Answered.refused("channel_not_found");
        }
        if (foreign.contains(channel)) {
            return Answered.refused("not_in_channel");
        }
        if (historyIsLimited && clock.instant().isBefore(lastHistory.plus(LIMITED_GAP))) {
            return Answered.tooMany(LIMITED_GAP);
        }
        lastHistory = clock.instant();
        return page(since(channel, arguments.getOrDefault("oldest", "0")), arguments);
    }

    private List<Posted> since(String channel, String oldest) {
        Instant since = Instant.ofEpochSecond(Long.parseLong(oldest));
        return posted.reversed().stream()
                .filter(message ->
                        message.channel().equals(channel) && message.at().isAfter(since))
                .toList();
    }

    private Answered page(List<Posted> all, Map<String, String> arguments) {
        int from = Integer.parseInt(arguments.getOrDefault("cursor", "0"));
        int to = Math.min(all.size(), from + Math.min(pageSize, Integer.parseInt(arguments.get("limit"))));
        boolean metadata = arguments.getOrDefault("include_all_metadata", "0").equals("1");
        JsonArray messages = new JsonArray();
        all.subList(from, to).forEach(message -> messages.add(json(message, metadata)));
        return Answered.ok(answer -> {
            answer.add("messages", messages);
            if (to < all.size()) {
                answer.add("response_metadata", Answered.object("next_cursor", Integer.toString(to)));
            }
        });
    }

    private static JsonObject json(Posted message, boolean metadata) {
        JsonObject json = Answered.object("type", "message");
        json.addProperty("ts", message.ts());
        json.addProperty("user", message.arguments().containsKey("blocks") ? FakeSlack.BOT : "U0SOMEBODY");
        json.addProperty("text", message.arguments().get("text"));
        parsed(message, "blocks").ifPresent(blocks -> json.add("blocks", blocks));
        if (metadata) {
            parsed(message, "metadata").ifPresent(found -> json.add("metadata", found));
        }
        return json;
    }

    private static Optional<JsonElement> parsed(Posted message, String field) {
        return Optional.ofNullable(message.arguments().get(field)).map(JsonParser::parseString);
    }

    /** The direct conversation with a person has an id of its own. */
    private String conversation(String address) {
        if (!address.startsWith("U")) {
            return address;
        }
        String conversation = "D" + address.substring(1);
        direct.add(conversation);
        return conversation;
    }

    private boolean isThere(String team, String channel) {
        return direct.contains(channel) || team.equals(teams.get(channel));
    }

    private String ts() {
        return "%d.%06d".formatted(clock.instant().getEpochSecond(), ++sequence);
    }
}
