package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Pace;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.Problem;
import io.briefcast.podcast.TranscriptLink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    private static final URI HARBOUR = URI.create("https://harbour.example/feed.xml");
    private final FeedParser parser = new FeedParser();

    @Test
    void readsTheShowOfAnRssFeed() throws UnreadableFeed {
        ParsedFeed feed = parse("harbour-talk.rss");

        assertThat(feed.title()).isEqualTo("Harbour Talk & Tides");
        assertThat(feed.link()).contains(URI.create("https://harbour.example/"));
        assertThat(feed.description()).isEqualTo("Two pilots about ports.\nEvery week.");
        assertThat(feed.language()).isEqualTo("en-gb");
        assertThat(feed.artwork()).contains(URI.create("https://harbour.example/art/cover.png"));
        assertThat(feed.persons()).containsExactly(new Person("Ada Quay", "host"), new Person("Ben Mole", "producer"));
    }

    @Test
    void readsAnItemWithTheTagsOfAppleAndPodcasting20() throws UnreadableFeed {
        FeedItem item = parse("harbour-talk.rss").items().getFirst();

        assertThat(item.guid()).contains("harbour-12");
        assertThat(item.title()).isEqualTo("12: The price of a berth");
        assertThat(item.link()).contains(URI.create("https://harbour.example/episodes/12"));
        assertThat(item.published()).contains(Instant.parse("2024-03-05T09:20:30Z"));
        assertThat(item.enclosure())
                .contains(new Enclosure(URI.create("https://cdn.example/12.mp3?updated=7"), "audio/mpeg", 24_000_000));
        assertThat(item.duration()).contains(Duration.parse("PT1H2M3S"));
        assertThat(item.season()).contains(2);
        assertThat(item.number()).contains("12.5");
        assertThat(item.kind()).isEqualTo(Episode.Kind.FULL);
        assertThat(item.chapters()).contains(URI.create("https://harbour.example/c/12.json"));
        assertThat(item.transcripts())
                .containsExactly(
                        new TranscriptLink(URI.create("https://harbour.example/t/12.vtt"), "text/vtt", "en"),
                        new TranscriptLink(URI.create("https://harbour.example/t/12.json"), "application/json", ""));
    }

    @Test
    void readsHowAPublisherWantsAFeedToBeRead() throws UnreadableFeed {
        FeedProfile profile = parse("harbour-terms.rss").profile();

        assertThat(profile.guid()).contains("9b024349-ccf0-5f69-a609-6b82873eab3c");
        assertThat(profile.medium()).isEqualTo("music");
        assertThat(profile.locked()).contains(true);
        assertThat(profile.license())
                .contains(new License("Harbour terms", Optional.of(URI.create("https://harbour.example/terms"))));
        assertThat(profile.newFeed()).contains(URI.create("https://new.harbour.example/feed.xml"));
        assertThat(profile.nextPage()).contains(URI.create("https://harbour.example/feed.xml?page=2"));
        assertThat(profile.pace()).isEqualTo(new Pace(Duration.ofHours(6), Set.of(0, 1), Set.of(DayOfWeek.SUNDAY)));
    }

    @Test
    void letsABlockThatNamesUsComeBeforeOneForEverybody() throws UnreadableFeed {
        assertThat(parse("harbour-terms.rss").profile().blocked()).isFalse();
        assertThat(blocked("<p:block id='other'>yes</p:block>")).isFalse();
        assertThat(blocked("<p:block>yes</p:block>")).isTrue();
        assertThat(blocked("<p:block id='briefcast'>yes</p:block><p:block>no</p:block>"))
                .isTrue();
    }

    private boolean blocked(String tags) throws UnreadableFeed {
        String feed = "<rss xmlns:p='https://podcastindex.org/namespace/1.0'><channel>" + tags + "</channel></rss>";
        return parse(feed.getBytes(StandardCharsets.UTF_8)).profile().blocked();
    }

    @Test
    void readsTheTermsAndSoundbitesOfAnItem() throws UnreadableFeed {
        FeedItem item = parse("harbour-terms.rss").items().getFirst();

        assertThat(item.blocked()).isTrue();
        assertThat(item.license()).contains(new License("cc-by-4.0", Optional.empty()));
        assertThat(item.soundbites())
                .containsExactly(
                        new Soundbite(Duration.ZERO, Duration.ofMillis(15_500), "Chorus"),
                        new Soundbite(Duration.ofSeconds(73), Duration.ofMinutes(1), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><b>Fog</b> &amp; horns</div></title>",
                "<title type='html'>&lt;b&gt;Fog&lt;/b&gt; &amp;amp; horns</title>",
                "<title><![CDATA[Fog & horns]]></title>",
                "<title type='application/octet-stream'>Rm9nICZhbXA7IGhvcm5z</title>",
                "<title mode='base64'>Rm9nICZhbXA7  IGhvcm5z</title>",
                "<title><b>Fog</b> &amp; horns</title>",
            })
    void readsTextInEveryFormOfAtom(String title) throws UnreadableFeed {
        String feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id>%s</entry></feed>".formatted(title);

        assertThat(parse(feed.getBytes(StandardCharsets.UTF_8))
                        .items()
                        .getFirst()
                        .title())
                .isEqualTo("Fog & horns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xml:base='https://fog.example/a/' | horns/1 | https://fog.example/a/horns/1",
                "xml:base='https://fog.example/a/' | tag:fog.example,2024:1 | tag:fog.example,2024:1",
                "xml:lang='en' | horns/1 | horns/1",
            })
    void completesTheNameOfAnEntryByTheBaseThatTheFeedNamesOnly(String attribute, String id, String name)
            throws UnreadableFeed {
        String feed = "<feed xmlns='http://www.w3.org/2005/Atom' %s><entry><id>%s</id><title>Fog</title></entry></feed>"
                .formatted(attribute, id);

        assertThat(parse(feed.getBytes(StandardCharsets.UTF_8))
                        .items()
                        .getFirst()
                        .guid())
                .contains(name);
    }

    @Test
    void readsRss10WithItsItemsBesideTheChannel() throws UnreadableFeed {
        String feed = """
            <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Fog</title><dc:language>nb</dc:language>
            </channel><image><url>fog.png</url></image>
            <item r:about="urn:fog:1"><dc:title>One</dc:title><dc:date>2024-03-05</dc:date></item></r:RDF>\
            """;

        ParsedFeed read = parse(feed.getBytes(StandardCharsets.UTF_8));

        assertThat(read.title()).isEqualTo("Fog");
        assertThat(read.language()).isEqualTo("nb");
        assertThat(read.artwork()).contains(URI.create("https://harbour.example/fog.png"));
        assertThat(read.items()).singleElement().satisfies(item -> {
            assertThat(item.guid()).contains("urn:fog:1");
            assertThat(item.title()).isEqualTo("One");
            assertThat(item.published()).contains(Instant.parse("2024-03-05T00:00:00Z"));
        });
    }

    @Test
    void takesHtmlEntitiesAndWhatFollowsTheEndOfAFeedAsNoFault() throws UnreadableFeed {
        String feed = "<rss><channel><title>Caf&eacute;&nbsp;2</title></channel></rss><script>track()</script>";

        ParsedFeed read = parse(feed.getBytes(StandardCharsets.UTF_8));

        assertThat(read.title()).isEqualTo("Café 2");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void takesTheLongestDescriptionAsPlainText() throws UnreadableFeed {
        assertThat(parse("harbour-talk.rss").items().getFirst().notes())
                .isEqualTo("Notes\n00:10 Berths & fees\n12:30 Dredging");
    }

    @Test
    void letsThePersonsOfAnItemReplaceThoseOfTheShow() throws UnreadableFeed {
        List<FeedItem> items = parse("harbour-talk.rss").items();

        assertThat(items.get(0).persons()).containsExactly(new Person("Cleo Crane", "guest"));
        assertThat(items.get(1).persons()).extracting(Person::name).containsExactly("Ada Quay", "Ben Mole");
    }

    @Test
    void keepsAnItemWhoseDateCannotBeReadAndSaysWhere() throws UnreadableFeed {
        ParsedFeed feed = parse("harbour-talk.rss");

        assertThat(feed.items().get(1).published()).isEmpty();
        assertThat(feed.items().get(1).kind()).isEqualTo(Episode.Kind.TRAILER);
        assertThat(feed.items().get(1).duration()).contains(Duration.ofMillis(90_500));
        assertThat(feed.problems()).containsExactly(new Problem("the date “not a date” cannot be read", 40));
    }

    @Test
    void readsAnAtomFeedWithRelativeLinks() throws UnreadableFeed {
        ParsedFeed feed = parse("lighthouse.atom");
        FeedItem item = feed.items().getFirst();

        assertThat(feed.title()).isEqualTo("Der Leuchtturm");
        assertThat(feed.language()).isEqualTo("de");
        assertThat(feed.description()).isEqualTo("Gespräche am Meer");
        assertThat(feed.link()).contains(URI.create("https://lighthouse.example/pod/"));
        assertThat(feed.artwork()).contains(URI.create("https://lighthouse.example/pod/turm.png"));
        assertThat(item.guid()).contains("tag:lighthouse.example,2024:1");
        assertThat(item.link()).contains(URI.create("https://lighthouse.example/pod/1.html"));
        assertThat(item.published()).contains(Instant.parse("2024-03-04T07:00:00.123456789Z"));
        assertThat(item.enclosure())
                .contains(new Enclosure(URI.create("https://lighthouse.example/pod/1.m4a"), "audio/mp4", 77));
        assertThat(item.notes()).isEqualTo("Über Nebel und Hörner.");
    }

    @Test
    void repairsWhatIsNotWellFormedAndSaysSo() throws UnreadableFeed {
        ParsedFeed feed = parse("ill-formed.rss");

        assertThat(feed.title()).isEqualTo("Rock & Roll Economics");
        assertThat(feed.items()).extracting(item -> item.guid().orElse("")).containsExactly("r-1", "r-2", "r-3", "r-4");
        assertThat(feed.items().get(0).duration()).contains(Duration.ofMinutes(10));
        assertThat(feed.items().get(0).enclosure().map(Enclosure::url))
                .contains(URI.create("https://rock.example/1.mp3?a=1&b=2"));
        assertThat(feed.items().get(1).transcripts()).hasSize(1);
        assertThat(feed.problems()).isNotEmpty();
        assertThat(feed.problems().getFirst().line()).isEqualTo(5);
        assertThat(feed.problems().getFirst().message()).startsWith("not well-formed XML, repaired: ");
    }

    @Test
    void takesAnUndeclaredPrefixToMeanWhatItUsuallyMeans() throws UnreadableFeed {
        String feed = "<rss><channel><item><title>A</title><itunes:season>3</itunes:season></item></channel></rss>";

        ParsedFeed read = parse(feed.getBytes(StandardCharsets.UTF_8));

        assertThat(read.items().getFirst().season()).contains(3);
        assertThat(read.problems()).containsExactly(new Problem("the prefix “itunes” is not declared", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&"})
    void knowsAPrefixOnlyWhereItIsDeclared(String fault) throws UnreadableFeed {
        String feed = """
            <rss xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>%s
            <item><title>A</title><i:season xmlns:i="urn:other">1</i:season><i:season>2</i:season></item>
            <item xmlns="http://purl.org/rss/1.0/"><title>B</title><description>xmlns:a="b"</description></item>
            </channel></rss>""".formatted(fault);

        ParsedFeed read = parse(feed.getBytes(StandardCharsets.UTF_8));

        assertThat(read.items().getFirst().season()).contains(2);
        assertThat(read.items().getLast().title()).isEqualTo("B");
        assertThat(read.items().getLast().notes()).isEqualTo("xmlns:a=\"b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%d=''", "xmlns:a%d='u'", "a%d"})
    void leavesOutAttributesThatNoTagNeeds(String attribute) throws UnreadableFeed {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append(attribute.formatted(i)).append('\n');
        }
        String feed = "<rss><channel><title>T</title><item " + many + "><title>A</title></item></channel></rss>";

        ParsedFeed read = parse(feed.getBytes(StandardCharsets.UTF_8));

        assertThat(read.items()).extracting(FeedItem::title).containsExactly("A");
        assertThat(read.problems())
                .extracting(Problem::message)
                .contains("a tag has too many attributes or too long ones; only its beginning is read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&"})
    void readsNoMoreItemsThanAnyShowHasAndSaysSo(String fault) throws UnreadableFeed {
        String feed = "<rss><channel><title>T</title>" + fault + "<item><title>A</title></item>".repeat(20_500);

        ParsedFeed read = parse((feed + "</channel></rss>").getBytes(StandardCharsets.UTF_8));

        assertThat(read.items()).hasSize(20_000);
        assertThat(read.problems()).extracting(Problem::message).contains("only the first 20,000 items are read");
    }

    @Test
    void keepsEveryWholeItemOfATruncatedFeed() throws UnreadableFeed {
        byte[] whole = feedOf(50);
        String text = new String(whole, StandardCharsets.UTF_8);

        for (int cut = text.indexOf("<channel>") + 9; cut < whole.length; cut += 50) {
            byte[] part = Arrays.copyOf(whole, cut);
            int complete = occurrences("</item>", new String(part, StandardCharsets.UTF_8));

            assertThat(parse(part).items()).as("cut at byte %d", cut).hasSize(complete);
        }
    }

    @Test
    void saysThatATruncatedFeedBreaksOff() throws UnreadableFeed {
        byte[] whole = feedOf(3);

        ParsedFeed feed = parse(Arrays.copyOf(whole, whole.length - 60));

        assertThat(feed.items()).hasSize(2);
        assertThat(feed.problems())
                .extracting(Problem::message)
                .contains("the feed breaks off inside an item, which is left out");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, ''",
        "windows-1252, windows-1252, ''",
        "windows-1252, ISO-8859-1, ''",
        "windows-1252, UTF-8, ''",
        "windows-1252, nonsense, ''",
        "windows-1252, '', text/xml; charset=ISO-8859-1",
        "UTF-8, ISO-8859-1, application/rss+xml; charset=utf-8",
        "UTF-8, '', text/xml",
        "UTF-8, '', text/xml; charset=us-asci",
        "UTF-16, UTF-16, ''",
        "UTF-16LE, UTF-16, text/xml",
        "UTF-32BE, UTF-8, ''",
    })
    void readsAccentsInWhateverEncodingTheyCome(String used, String declared, String contentType)
            throws UnreadableFeed {
        String declaration = declared.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(declared);
        String mark = used.startsWith("UTF-32") ? "\uFEFF" : "";
        byte[] bytes = (mark + declaration
                        + "<rss version=\"2.0\"><channel><title>Café “Größe” né</title></channel></rss>")
                .getBytes(Charset.forName(used));

        ParsedFeed feed =
                parser.parse(bytes, Optional.of(contentType).filter(type -> !type.isEmpty()), Optional.of(HARBOUR));

        assertThat(feed.title()).isEqualTo("Café “Größe” né");
    }

    @Test
    void saysThatAWebPageIsNoFeedAndNamesTheFeedOfThePage() {
        assertThatThrownBy(() -> parse("page.html"))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessage("this is a web page, not a feed: it names https://harbour.example/feed.xml as its feed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | this is empty, not a feed",
                "'   ' | this is plain text, not a feed: give the address of an RSS or Atom feed",
                "{\"items\": []} | this is plain text, not a feed: give the address of an RSS or Atom feed",
                "<opml version='2.0'/> | this is a list of feeds (OPML), not a feed: import it instead",
                "<svg/> | this is XML of another kind (<svg>), not a feed",
                "< > < | this is not a feed: it holds no XML element",
            })
    void saysWhatIsThereInsteadOfAFeed(String body, String sentence) {
        assertThatThrownBy(() -> parse(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesMoreThanItsLimit() {
        assertThatThrownBy(() -> parse(new byte[(int) FeedParser.MAX_BYTES + 1]))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("larger than 15 MB");
    }

    @Test
    void doesNotExpandEntitiesOrReadFiles() throws UnreadableFeed {
        String hostile = """
            <!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;"><!ENTITY file SYSTEM "file:///etc/hostname">]>
            <rss version="2.0"><channel><title>T&b;&file;</title><item><title>One</title></item></channel></rss>\
            """;

        ParsedFeed feed = parse(hostile.getBytes(StandardCharsets.UTF_8));

        assertThat(feed.title()).isEqualTo("T&b;&file;");
        assertThat(feed.items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pubDate", "dc:date", "lastBuildDate", "itunes:duration", "itunes:episode", "ttl", "guid"})
    void readsAFeedWithMillionsOfDigitsInATagWithoutDelay(String tag) throws UnreadableFeed {
        String digits = "9".repeat(5_000_000);
        String hostile = "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
                + " xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>"
                + "<channel><title>T</title><item><title>A</title><%s>%s</%s></item></channel></rss>"
                        .formatted(tag, digits, tag);

        assertThat(parse(hostile.getBytes(StandardCharsets.UTF_8)).items()).hasSize(1);
    }

    @Test
    void survivesDeepNesting() throws UnreadableFeed {
        String hostile = "<rss version='2.0'><channel><title>T</title>" + "<a>".repeat(300_000);

        assertThat(parse(hostile.getBytes(StandardCharsets.UTF_8)).title()).isEqualTo("T");
    }

    @Test
    void survivesBracketsThatNeverClose() {
        byte[] hostile = ("<rss>" + "<[".repeat(700_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(outcome(hostile)).isNotNull();
    }

    @Test
    void leavesOutAddressesThatAreNotOnTheWeb() throws UnreadableFeed {
        ParsedFeed feed = parse(("<rss version='2.0'><channel><title>T</title><item><title>A</title>"
                        + "<link>javascript:alert(1)</link><enclosure url='file:///etc/passwd' type='audio/mpeg'/>"
                        + "</item></channel></rss>")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(feed.items().getFirst().link()).isEmpty();
        assertThat(feed.items().getFirst().enclosure()).isEmpty();
        assertThat(feed.problems()).hasSize(2);
    }

    private Object outcome(byte[] body) {
        try {
            return parse(body);
        } catch (UnreadableFeed e) {
            return e;
        }
    }

    private static byte[] feedOf(int items) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel>\n<title>Größe</title>\n");
        for (int i = 0; i < items; i++) {
            feed.append("<item><title>Nummer %d – Übung</title><guid>n-%d</guid>".formatted(i, i))
                    .append("<description><![CDATA[<p>Über <i>alles</i> & nichts</p>]]></description></item>\n");
        }
        return feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int occurrences(String part, String text) {
        return text.split(part, -1).length - 1;
    }

    private ParsedFeed parse(String fixture) throws UnreadableFeed {
        return parse(read(fixture));
    }

    private ParsedFeed parse(byte[] body) throws UnreadableFeed {
        return parser.parse(body, Optional.empty(), Optional.of(HARBOUR));
    }

    private static byte[] read(String fixture) {
        try (InputStream in =
                Objects.requireNonNull(FeedParserTest.class.getResourceAsStream("/feeds/" + fixture), fixture)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
