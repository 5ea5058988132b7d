package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.ShowDesk;
import io.briefcast.command.TryAgain;
import io.briefcast.delivery.Delivery;
import io.briefcast.message.Block;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.Readers;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /briefcast status}: shows and their troubles, episodes that gave nothing and why, today's deliveries. */
final class Status implements Command {
    private static final int SHOWS = 20;
    private static final int EPISODES = 10;
    private static final int EPISODES_LOOKED_AT = 1_000;

    private static final int READERS = 3;
    private static final int DELIVERIES = 10;
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int TITLE = 80;
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast status", "How reading and delivering goes", List.of(), "/briefcast status", false);

    private final Ports ports;
    private final KnownShows known;
    private final Orders orders;
    private final Paging paging;

    Status(Ports ports) {
        this.ports = ports;
        this.known = new KnownShows(ports);
        this.orders = new Orders(ports.subscriptions());
        this.paging = new Paging(ports.questions());
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) {
        ZoneId zone = request.asker().zone();
        Said said = Said.under("Status");
        said.lines(ports.platforms().stream()
                .flatMap(platform -> platform.trouble().stream()
                        .map(trouble -> Phrase.of("%s: %s", platform.name(), Phrase.kept(trouble))))
                .toList());
        shows(said, request);
        older(said, request.asker());
        episodes(said, request);
        said.lines(kept(ports.transcripts().report(request.now())));
        said.lines(kept(ports.extractor().report(request.now())));
        readers(said, request);
        said.lines(kept(ports.aliases().problems()));
        deliveries(said, request);
        return said.note("Times are by your own clock where your chat shows it, else by that of %s.", Zones.name(zone))
                .toAsker(request.asker());
    }

    private static List<Phrase> kept(List<String> report) {
        return report.stream().map(Phrase::kept).toList();
    }

    private void shows(Said said, CommandRequest request) {
        List<Feed> feeds = feeds(request.asker());
        int troubled = (int) feeds.stream()
                .filter(feed -> feed.state().trouble().isPresent())
                .count();
        said.and(count(feeds.size(), troubled));
        int pages = Math.max(1, (feeds.size() + SHOWS - 1) / SHOWS);
        int page = Paging.page(request, pages - 1);
        said.lines(feeds.stream()
                .skip((long) page * SHOWS)
                .limit(SHOWS)
                .map(feed -> feed.line(request.asker().zone()))
                .toList());
        if (pages > 1) {
            said.and("Page %d of %d", page + 1, pages);
        }
        paging.buttons(said, request, page, pages);
        List<Show> stopped = feeds.stream()
                .filter(feed -> feed.state().isStopped())
                .map(Feed::show)
                .toList();
        if (!stopped.isEmpty()) {
            said.block(
                    new Block.Buttons(TryAgain.buttons(stopped, request.asker().locale())));
        }
    }

    /** Those in trouble first. */
    private List<Feed> feeds(Asker asker) {
        Map<String, FeedState> states = ports.shows().states();
        return known.of(asker).stream()
                .map(show ->
                        new Feed(show, states.getOrDefault(show.id(), FeedState.untried(show.id(), Instant.EPOCH))))
                .sorted(Comparator.comparing((Feed feed) -> !feed.state().isStopped())
                        .thenComparing(feed -> feed.state().trouble().isEmpty()))
                .toList();
    }

    private static Phrase count(int shows, int troubled) {
        if (shows == 0) {
            return Phrase.of("No show is followed; /briefcast shows add follows one.");
        }
        Phrase count = Words.count(shows, "show");
        return troubled == 0
                ? Phrase.of("%s, none in trouble", count)
                : Phrase.of("%s, %d in trouble", count, troubled);
    }

    private void older(Said said, Asker asker) {
        Map<String, OlderEpisodes.Progress> progress = ports.older().progress();
        if (progress.isEmpty()) {
            return;
        }
        List<Show> shows = known.of(asker).stream()
                .filter(show -> progress.containsKey(show.id()))
                .toList();
        if (shows.isEmpty()) {
            return;
        }
        said.lines(shows.stream()
                .map(show -> line(show, progress.getOrDefault(show.id(), new OlderEpisodes.Progress(0, 0))))
                .toList());
        said.note("/briefcast shows backfill reads more, and its button pauses.");
    }

    private static Phrase line(Show show, OlderEpisodes.Progress progress) {
        return Phrase.of(
                "%s: %d of %s read",
                Words.cut(show.title(), TITLE), progress.done(), Words.count(progress.wanted(), "older episode"));
    }

    private record Feed(Show show, FeedState state) {
        Phrase line(ZoneId zone) {
            Phrase last = state.lastRead()
                    .map(at -> Phrase.of("last read %s", Words.moment(at, zone)))
                    .orElse(Phrase.of("never read"));
            Phrase next = state.isStopped()
                    ? Phrase.of("stopped")
                    : Phrase.of("next %s", Words.moment(state.nextRead(), zone));
            String title = Words.cut(show.title(), TITLE);
            return state.trouble()
                    .map(trouble -> Phrase.of("%s: %s, %s; %s", title, last, next, Phrase.kept(trouble)))
                    .orElseGet(() -> Phrase.of("%s: %s, %s", title, last, next));
        }
    }

    private void episodes(Said said, CommandRequest request) {
        List<Reading> barren =
                ports.episodes().barren(request.now().minus(LATELY), known.list(request.asker()), EPISODES_LOOKED_AT);
        said.and(
                barren.isEmpty()
                        ? Phrase.of("Every episode of the last 7 days gave insights.")
                        : Phrase.of("%s of the last 7 days without insights", Words.count(barren.size(), "episode")));
        List<Reading> shown = barren.stream().limit(EPISODES).toList();
        Map<String, Episode> episodes = ports
                .episodes()
                .find(shown.stream().map(Reading::episodeId).toList())
                .stream()
                .collect(Collectors.toMap(Episode::id, Function.identity()));
        said.lines(shown.stream()
                .flatMap(reading -> Optional.ofNullable(episodes.get(reading.episodeId())).stream()
                        .map(episode -> line(episode, reading)))
                .toList());
    }

    private void readers(Said said, CommandRequest request) {
        Followed shows = known.list(request.asker());
        Set<String> present = ports.extractor().readers();
        Readers all = ports.episodes().readers(Instant.EPOCH, shows);
        Readers lately = ports.episodes().readers(request.now().minus(ShowDesk.LATELY), shows);
        Map<String, Integer> others = all.except(present);
        said.lines(others.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(READERS)
                .map(other -> line(other.getKey(), other.getValue(), lately.by(Set.of(other.getKey()))))
                .toList());
        if (all.waiting() > 0) {
            said.and("Waiting to be read again: %s", Words.count(all.waiting(), "episode"));
        }
        if (!others.isEmpty()) {
            said.note(
                    "/briefcast shows reread has those of the last %d days read again by %s; since: goes further back.",
                    ShowDesk.LATELY.toDays(), ports.extractor().name());
        }
    }

    private static Phrase line(String reader, int episodes, int lately) {
        return Phrase.of(
                "%s read %s, %,d of them of the last %d days",
                reader.isEmpty() ? Phrase.of("An earlier version") : reader,
                Words.count(episodes, "episode"),
                lately,
                ShowDesk.LATELY.toDays());
    }

    private Phrase line(Episode episode, Reading reading) {
        String state = reading.state() == Reading.State.WAITING ? "waiting" : "";
        return Phrase.of(
                "%s (%s): %s",
                Words.cut(episode.title(), TITLE),
                ports.shows().find(episode.showId()).map(Show::title).orElse(""),
                Stream.of(state, reading.detail())
                        .filter(words -> !words.isEmpty())
                        .map(Phrase::kept)
                        .toList());
    }

    private void deliveries(Said said, CommandRequest request) {
        ZoneId zone = request.asker().zone();
        LocalDate today = LocalDate.ofInstant(request.now(), zone);
        Instant from = today.atStartOfDay(zone).toInstant();
        Instant to = today.plusDays(1).atStartOfDay(zone).toInstant();
        Map<Delivery.State, Integer> counts =
                ports.deliveries().counts(request.asker().home(), from, to);
        said.and(
                counts.isEmpty()
                        ? Phrase.of("No brief was due yet today.")
                        : Phrase.of("Briefs today: %s", words(counts)));
        said.lines(visible(request).values().stream()
                .flatMap(order -> ports.deliveries().last(order.id()).stream()
                        .filter(delivery ->
                                !delivery.due().isBefore(from) && delivery.due().isBefore(to))
                        .map(delivery -> line(delivery, order, zone)))
                .limit(DELIVERIES)
                .toList());
        next(said, request);
    }

    private static List<Phrase> words(Map<Delivery.State, Integer> counts) {
        return new EnumMap<>(counts)
                .entrySet().stream()
                        .map(count -> Phrase.of("%d %s", count.getValue(), words(count.getKey())))
                        .toList();
    }

    /** People see their own, their channel's and what they set up. */
    private Map<String, Subscription> visible(CommandRequest request) {
        String person = request.asker().id();
        return Stream.of(
                        ports.subscriptions().ofAudience(person),
                        ports.subscriptions().ownedBy(person),
                        List.of(orders.channel(request.asker(), request.place())))
                .flatMap(List::stream)
                .collect(Collectors.toMap(Subscription::id, Function.identity(), (one, same) -> one));
    }

    private static Phrase line(Delivery delivery, Subscription order, ZoneId zone) {
        return Phrase.of(
                "%s, due %s: %s",
                order.name(),
                Words.moment(delivery.due(), zone),
                Stream.of(words(delivery.state()), Phrase.kept(delivery.reason()))
                        .filter(words -> !words.english().isEmpty())
                        .toList());
    }

    private static Phrase words(Delivery.State state) {
        return Phrase.of(
                switch (state) {
                    case PENDING -> "waiting";
                    case SENDING -> "being sent";
                    case SENT -> "sent";
                    case UNKNOWN -> "unclear, being looked for";
                    case DEAD -> "failed";
                    case SKIPPED -> "left out";
                });
    }

    private void next(Said said, CommandRequest request) {
        Subscription order = orders.here(request.asker(), request.place());
        Optional<LocalDate> last = ports.deliveries()
                .last(order.id())
                .map(delivery -> delivery.key().day());
        order.next(request.now(), last)
                .ifPresent(due -> said.and(
                        "The next brief here comes on %s.",
                        Words.dueIn(due, order.time().zone())));
    }
}
