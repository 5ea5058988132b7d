package io.briefcast.adapter.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.model.User;
import io.briefcast.command.Asker;
import io.briefcast.delivery.DeliveryException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who somebody is: name, zone, language, and what they may change. Workspace admins and owners, and the people whom the
 * operator names, may change the shows and what every channel gets; whoever made a channel, what that one gets. Decided
 * at every request, by what Slack said at most a minute ago.
 */
final class SlackPeople {
    private static final Logger LOG = LoggerFactory.getLogger(SlackPeople.class);

    /** Who loses a right loses it within this time; who presses ten buttons in a row costs one call. */
    static final Duration MEMORY = Duration.ofMinutes(1);
    /** More people than press something within a minute. */
    private static final int MOST = 5_000;

    /** Who made a channel that Slack tells nothing about: asked again when that is forgotten, like every other. */
    private static final String NOBODY = "";

    private final SlackClient client;
    private final Workspaces workspaces;
    private final Set<String> named;
    private final Cache<SlackAddress, Person> people;
    private final Cache<SlackAddress, String> creators;

    /** What is remembered of somebody. */
    private record Person(Optional<String> name, Optional<ZoneId> zone, Locale locale, boolean admin) {}

    /**
     * People.
     *
     * @param named ids of people who may change every channel's settings
     */
    SlackPeople(SlackClient client, Workspaces workspaces, Set<String> named, InstantSource clock) {
        this.client = client;
        this.workspaces = workspaces;
        this.named = Set.copyOf(named);
        this.people = memory(clock).build();
        this.creators = memory(clock).build();
    }

    private static Caffeine<Object, Object> memory(InstantSource clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(MEMORY)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }

    /** The person as Slack knows them now; without rights and with UTC where Slack does not answer. */
    Asker asker(SlackOrigin origin) {
        Optional<Person> person = person(origin);
        return new Asker(
                SlackPlatform.NAME,
                origin.team(),
                origin.user(),
                person.flatMap(Person::name).orElse(origin.userName()),
                managesWorkspace(origin, person) || (!origin.direct() && made(origin)),
                managesWorkspace(origin, person),
                person.flatMap(Person::zone).orElse(ZoneOffset.UTC),
                person.map(Person::locale).orElse(Locale.ENGLISH));
    }

    /** The person as the request names them, without asking Slack: for completion, which has no time. */
    static Asker stranger(SlackOrigin origin) {
        return new Asker(
                SlackPlatform.NAME,
                origin.team(),
                origin.user(),
                origin.userName(),
                false,
                false,
                ZoneOffset.UTC,
                Locale.ENGLISH);
    }

    private Optional<Person> person(SlackOrigin origin) {
        SlackAddress address = new SlackAddress(origin.team(), origin.user());
        Optional<Person> known = Optional.ofNullable(people.getIfPresent(address));
        if (known.isPresent()) {
            return known;
        }
        Optional<Person> asked = workspaces
                .find(origin.team())
                .flatMap(workspace -> user(workspace, origin))
                .map(user -> person(user, origin.team()));
        asked.ifPresent(person -> people.put(address, person));
        return asked;
    }

    /** Somebody from another workspace, in a shared channel, may be an admin there, but is none here. */
    private static Person person(User user, String team) {
        boolean ours = user.getTeamId() == null || user.getTeamId().equals(team);
        return new Person(
                shownName(user),
                zone(user.getTz()),
                locale(user.getLocale()),
                ours && (user.isAdmin() || user.isOwner()));
    }

    private Optional<User> user(Workspace workspace, SlackOrigin origin) {
        try {
            return Optional.ofNullable(client.call(
                            workspace,
                            methods -> methods.usersInfo(
                                    request -> request.user(origin.user()).includeLocale(true)))
                    .getUser());
        } catch (DeliveryException e) {
            LOG.warn("Who {} is cannot be asked: {}", origin.user(), e.getMessage());
            return Optional.empty();
        }
    }

    private boolean managesWorkspace(SlackOrigin origin, Optional<Person> person) {
        return named.contains(origin.user()) || person.filter(Person::admin).isPresent();
    }

    /** Whether the person made the channel. */
    private boolean made(SlackOrigin origin) {
        SlackAddress channel = new SlackAddress(origin.team(), origin.channel());
        Optional<String> known = Optional.ofNullable(creators.getIfPresent(channel));
        String creator = known.orElseGet(() -> workspaces
                .find(origin.team())
                .flatMap(workspace -> creator(workspace, origin.channel()))
                .orElse(NOBODY));
        if (known.isEmpty()) {
            creators.put(channel, creator);
        }
        return creator.equals(origin.user());
    }

    private Optional<String> creator(Workspace workspace, String channel) {
        try {
            return Optional.ofNullable(
                    client.call(workspace, methods -> methods.conversationsInfo(request -> request.channel(channel)))
                            .getChannel()
                            .getCreator());
        } catch (DeliveryException e) {
            // A private channel without the bot, most often: then only admins may.
            LOG.debug("Who made {} cannot be asked: {}", channel, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> shownName(User user) {
        return Optional.ofNullable(user.getProfile())
                .flatMap(profile -> Optional.ofNullable(profile.getDisplayName()))
                .filter(name -> !name.isBlank())
                .or(() -> Optional.ofNullable(user.getRealName()))
                .filter(name -> !name.isBlank());
    }

    private static Optional<ZoneId> zone(@Nullable String name) {
        try {
            return name == null ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Locale locale(@Nullable String tag) {
        return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    }
}
