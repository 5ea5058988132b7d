package io.briefcast.command.verb;

import io.briefcast.command.Asker;
import io.briefcast.delivery.Delivery;
import io.briefcast.insight.Insight;
import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.SavedInsight;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Vote;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is stored about a person, as JSON. */
final class PersonalData {
    private static final int MOST = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Ports ports;

    PersonalData(Ports ports) {
        this.ports = ports;
    }

    String json(Asker asker) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("person", asker.id());
        all.put("platform", asker.platform());
        all.put("user", asker.userId());
        all.put("orders", orders(asker.id()));
        all.put(
                "votes",
                ports.votes().of(asker.id(), MOST).stream()
                        .map(PersonalData::vote)
                        .toList());
        all.put(
                "saved",
                ports.saved().of(asker.id(), MOST).stream()
                        .map(PersonalData::saved)
                        .toList());
        all.put(
                "briefs",
                ports.deliveries().ofAudience(asker.id(), MOST).stream()
                        .map(PersonalData::brief)
                        .toList());
        all.put(
                "seen",
                ports.seen().seen(asker.id(), Instant.EPOCH).stream()
                        .map(Insight::id)
                        .toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private List<Map<String, Object>> orders(String personId) {
        return ports.subscriptions().ownedBy(personId).stream()
                .sorted(Comparator.comparing(Subscription::id))
                .map(PersonalData::order)
                .toList();
    }

    private static Map<String, Object> order(Subscription order) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", order.audience().kind().name());
        entry.put("name", order.name());
        entry.put("address", order.audience().address());
        entry.put("active", order.active());
        entry.put("at", order.time().at().toString());
        entry.put("zone", order.time().zone().getId());
        entry.put(
                "days",
                order.time().days().stream().sorted().map(DayOfWeek::name).toList());
        entry.put("holidayUntil", order.awayUntil().map(LocalDate::toString).orElse(""));
        entry.put(
                "follows",
                order.interests().follows().stream().map(PersonalData::follow).toList());
        entry.put("shows", order.interests().shows().stream().sorted().toList());
        entry.put(
                "mutes",
                order.interests().mutes().stream().map(PersonalData::mute).toList());
        entry.put("count", order.interests().count());
        return entry;
    }

    private static Map<String, Object> follow(Follow follow) {
        return Map.of(
                "kind", follow.kind().name(),
                "value", follow.value(),
                "until", follow.until().map(LocalDate::toString).orElse(""));
    }

    private static Map<String, Object> mute(Mute mute) {
        return Map.of(
                "kind", mute.kind().name(),
                "value", mute.value(),
                "until", mute.until().map(LocalDate::toString).orElse(""));
    }

    private static Map<String, Object> vote(Vote vote) {
        return Map.of(
                "insight",
                vote.insightId(),
                "more",
                vote.more(),
                "at",
                vote.at().toString());
    }

    private static Map<String, Object> saved(SavedInsight saved) {
        return Map.of(
                "insight", saved.insightId(),
                "headline", saved.headline(),
                "at", saved.at().toString());
    }

    private static Map<String, Object> brief(Delivery delivery) {
        return Map.of(
                "day", delivery.key().day().toString(),
                "state", delivery.state().name(),
                "title", delivery.message().title());
    }
}
