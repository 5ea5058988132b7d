package io.briefcast.app.cli;

import io.briefcast.app.cli.InOrder.Line;
import io.briefcast.feed.FeedItem;
import io.briefcast.feed.FeedProfile;
import io.briefcast.feed.License;
import io.briefcast.feed.ParsedFeed;
import io.briefcast.feed.Soundbite;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor.Extraction;
import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.Problem;
import io.briefcast.podcast.TranscriptLink;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What Briefcast understood of a source, as one line of JSON. Fields that are not known are left out. */
final class Understood {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Understood() {}

    static Line feed(String source, ParsedFeed feed) {
        FeedProfile profile = feed.profile();
        return new Understood()
                .with("source", source)
                .with("title", feed.title())
                .with("link", feed.link())
                .with("description", feed.description())
                .with("language", feed.language())
                .with("artwork", feed.artwork())
                .with("guid", profile.guid())
                .with("medium", profile.medium())
                .with("block", profile.blocked())
                .with("license", profile.license().map(Understood::license))
                .with("locked", profile.locked())
                .with("newFeed", profile.newFeed())
                .with("nextPage", profile.nextPage())
                .with("persons", persons(feed.persons()))
                .with("items", feed.items().stream().map(Understood::item).toList())
                .with("problems", problems(feed.problems()))
                .line();
    }

    private static Map<String, Object> item(FeedItem item) {
        return new Understood()
                .with("guid", item.guid())
                .with("title", item.title())
                .with("link", item.link())
                .with("published", item.published().map(Object::toString))
                .with("enclosure", item.enclosure().map(Understood::enclosure))
                .with("duration", item.duration().map(Understood::seconds))
                .with("season", item.season())
                .with("episode", item.number())
                .with("episodeType", item.kind().name().toLowerCase(Locale.ROOT))
                .with("persons", persons(item.persons()))
                .with(
                        "transcripts",
                        item.transcripts().stream().map(Understood::link).toList())
                .with("chapters", item.chapters())
                .with(
                        "chapterList",
                        item.chapterList().stream().map(Understood::chapter).toList())
                .with(
                        "soundbites",
                        item.soundbites().stream().map(Understood::soundbite).toList())
                .with("license", item.license().map(Understood::license))
                .with("block", item.blocked())
                .with("notes", item.notes())
                .fields;
    }

    private static Map<String, Object> enclosure(Enclosure file) {
        return new Understood()
                .with("url", file.url())
                .with("type", file.type())
                .with("length", file.lengthBytes())
                .fields;
    }

    private static List<Map<String, Object>> persons(List<Person> persons) {
        return persons.stream()
                .map(person -> new Understood().with("name", person.name()).with("role", person.role()).fields)
                .toList();
    }

    private static Map<String, Object> link(TranscriptLink link) {
        return new Understood()
                .with("url", link.url())
                .with("type", link.type())
                .with("language", link.language())
                .fields;
    }

    private static Map<String, Object> chapter(Chapter chapter) {
        return new Understood().with("start", seconds(chapter.start())).with("title", chapter.title()).fields;
    }

    private static Map<String, Object> soundbite(Soundbite soundbite) {
        return new Understood()
                .with("start", seconds(soundbite.start()))
                .with("duration", seconds(soundbite.length()))
                .with("title", soundbite.title())
                .fields;
    }

    private static Map<String, Object> license(License license) {
        return new Understood().with("name", license.name()).with("url", license.url()).fields;
    }

    static Line transcript(String source, Transcript transcript) {
        return new Understood()
                .with("source", source)
                .with("format", transcript.format())
                .with("approximate", transcript.approximate())
                .with("cues", transcript.cues().stream().map(Understood::cue).toList())
                .with("problems", problems(transcript.problems()))
                .line();
    }

    private static Map<String, Object> cue(Cue cue) {
        return new Understood()
                .with("start", seconds(cue.start()))
                .with("end", seconds(cue.end()))
                .with("speaker", cue.speaker())
                .with("text", cue.text())
                .fields;
    }

    static Line insights(String source, Extraction extraction, List<Problem> problems) {
        return new Understood()
                .with("source", source)
                .with(
                        "insights",
                        Stream.concat(
                                        extraction.insights().stream().map(insight -> insight(insight, true)),
                                        extraction.withheld().stream().map(insight -> insight(insight, false)))
                                .toList())
                .with("refused", extraction.refused())
                .with("note", extraction.note())
                .with("problems", problems(problems))
                .line();
    }

    private static Map<String, Object> insight(Insight insight, boolean published) {
        return new Understood()
                .with("headline", insight.headline())
                .with("explanation", insight.explanation())
                .with("quote", insight.quote().text())
                .with("speaker", insight.quote().speaker())
                .with("start", seconds(insight.quote().start()))
                .with("end", seconds(insight.quote().end()))
                .with("score", Math.round(insight.score() * 100) / 100.0)
                .with("published", published)
                .fields;
    }

    /** What is asked for: the fields that every line has, also those of sources of which nothing was understood. */
    enum Kind {
        FEED("title", "items"),
        TRANSCRIPT("format", "cues"),
        INSIGHTS("note", "insights");

        private final String text;
        private final String list;

        Kind(String text, String list) {
            this.text = text;
            this.list = list;
        }
    }

    /** A source of which nothing was understood, in the shape of those of which something was. */
    static Line nothing(Kind kind, String source, String why) {
        Understood understood =
                new Understood().with("source", source).with(kind.text, "").with(kind.list, List.of());
        if (kind == Kind.INSIGHTS) {
            understood.with("refused", Map.of());
        }
        return new Line(
                understood
                        .with("problems", problems(List.of(new Problem(why, 0))))
                        .json(),
                false);
    }

    private static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        new Understood().with("message", problem.message()).with("line", problem.line()).fields)
                .toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private Understood with(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(known -> with(name, known));
        } else {
            fields.put(name, value instanceof URI uri ? uri.toString() : value);
        }
        return this;
    }

    private Line line() {
        return new Line(json(), true);
    }

    private String json() {
        return JSON.writeValueAsString(fields);
    }
}
