package io.briefcast.adapter.slack;

import com.slack.api.model.User;
import io.briefcast.command.Asker;
import io.briefcast.delivery.DeliveryException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who somebody is, asked at every request: name, zone, language, and whether they may change what a channel gets. That
 * may workspace admins and owners, whoever made the channel, and the people whom the operator names.
 */
final class SlackPeople {
    private static final Logger LOG = LoggerFactory.getLogger(SlackPeople.class);

    private final SlackClient client;
    private final Workspaces workspaces;
    private final Set<String> named;

    /**
     * People.
     *
     * @param named ids of people who may change every channel's settings
     */
    SlackPeople(SlackClient client, Workspaces workspaces, Set<String> named) {
        this.client = client;
        this.workspaces = workspaces;
        this.named = Set.copyOf(named);
    }

    /** The person as Slack knows them now; without rights and with UTC where Slack does not answer. */
    Asker asker(SlackOrigin origin) {
        Optional<User> user = workspaces.find(origin.team()).flatMap(workspace -> user(workspace, origin));
        return new Asker(
                SlackPlatform.NAME,
                origin.team(),
                origin.user(),
                user.flatMap(SlackPeople::shownName).orElse(origin.userName()),
                mayManage(origin, user),
                user.flatMap(found -> zone(found.getTz())).orElse(ZoneOffset.UTC),
                user.map(found -> locale(found.getLocale())).orElse(Locale.ENGLISH));
    }

    /** The person as the request names them, without asking Slack: for completion, which has no time. */
    static Asker stranger(SlackOrigin origin) {
        return new Asker(
                SlackPlatform.NAME,
                origin.team(),
                origin.user(),
                origin.userName(),
                false,
                ZoneOffset.UTC,
                Locale.ENGLISH);
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

    private boolean mayManage(SlackOrigin origin, Optional<User> user) {
        return named.contains(origin.user())
                || user.filter(found -> found.isAdmin() || found.isOwner()).isPresent()
                || (!origin.direct() && made(origin));
    }

    /** Whether the person made the channel. */
    private boolean made(SlackOrigin origin) {
        return workspaces
                .find(origin.team())
                .flatMap(workspace -> creator(workspace, origin.channel()))
                .filter(origin.user()::equals)
                .isPresent();
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
