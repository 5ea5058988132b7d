package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.Problem;
import io.briefcast.podcast.Show;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpmlTest {
    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

    @Test
    void readsShowsInFoldersHoweverAppsSpellThem() {
        Opml.Outline list = read("""
                \uFEFF<?xml version="1.0"?>
                <OPML version="1.0"><body>
                  <outline text="Folder"><outline text="Sub">
                    <outline type="rss" text="Harbour &amp; Sea" xmlUrl="https://harbour.example/feed"/>
                    <Outline title="No type" XMLURL="https://other.example/a b"/>
                  </outline></outline>
                  <outline xmlurl="https://third.example/feed?a=1&b=2">
                </body></OPML>""");

        assertThat(list.entries())
                .containsExactly(
                        new Opml.Entry("Harbour & Sea", URI.create("https://harbour.example/feed")),
                        new Opml.Entry("No type", URI.create("https://other.example/a%20b")),
                        new Opml.Entry(
                                "https://third.example/feed?a=1&b=2",
                                URI.create("https://third.example/feed?a=1&b=2")));
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void listsAFeedOnceThatIsThereTwice() {
        assertThat(read("<opml><outline xmlUrl='https://a.example/'/><outline xmlUrl='https://a.example/'/></opml>")
                        .entries())
                .hasSize(1);
    }

    @Test
    void prefersTheSecureOneOfTwoAddressesAndUnderstandsOldSchemes() {
        assertThat(read("""
                        <opml><outline xmlUrl='http://a.example/feed?x=1'/><outline xmlUrl='https://A.example/feed?x=1'/>
                        <outline xmlUrl='http://a.example/feed?x=2'/><outline xmlUrl='feed://b.example/rss'/>
                        <outline xmlUrl='itpc:http://c.example/rss'/></opml>""").entries())
                .extracting(entry -> entry.feed().toString())
                .containsExactly(
                        "https://A.example/feed?x=1",
                        "http://a.example/feed?x=2",
                        "https://b.example/rss",
                        "http://c.example/rss");
    }

    @Test
    void saysWhichAddressIsNone() {
        Opml.Outline list =
                read("<opml>\n<outline xmlUrl='file:///etc/passwd'/><outline xmlUrl='https://a.example/'/></opml>");

        assertThat(list.entries()).hasSize(1);
        assertThat(list.problems()).containsExactly(new Problem("“file:///etc/passwd” is not a web address", 2));
    }

    @Test
    void saysWhatIsNoList() {
        assertThat(read("hello").problems())
                .extracting(Problem::message)
                .containsExactly("this is not a list of shows (OPML): export one from a podcast app");
        assertThat(read("<opml/>").problems()).extracting(Problem::message).containsExactly("the list holds no show");
        assertThat(Opml.read(new byte[6_000_000]).problems())
                .extracting(Problem::message)
                .containsExactly("the file is larger than 5 MB, which no list of shows is");
    }

    @Test
    void doesNotFollowEntitiesOrDrownInFolders() {
        String bomb = "<!DOCTYPE opml [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><opml>"
                + "<outline text='&b;' xmlUrl='https://a.example/'/>"
                + "<outline>".repeat(400_000);

        assertThat(read(bomb).entries()).containsExactly(new Opml.Entry("&b;", URI.create("https://a.example/")));
    }

    @Test
    void stopsAtTenThousandShows() {
        StringBuilder list = new StringBuilder("<opml>");
        for (int i = 0; i < 10_001; i++) {
            list.append("<outline xmlUrl='https://a.example/%d'/>".formatted(i));
        }

        Opml.Outline read = read(list + "</opml>");

        assertThat(read.entries()).hasSize(10_000);
        assertThat(read.problems()).hasSize(1);
    }

    @Test
    void readsWhatItWrites() {
        Show show = new Show(
                "id",
                URI.create("https://harbour.example/feed?a=1&b=2"),
                "Harbour <&> \"Sea\" \u0001",
                "",
                Optional.of(URI.create("https://harbour.example/")),
                Optional.empty(),
                "",
                List.of());

        byte[] written = Opml.write(List.of(show), NOON);

        assertThat(new String(written, StandardCharsets.UTF_8))
                .contains("<opml version=\"2.0\">", "type=\"rss\"", "htmlUrl=\"https://harbour.example/\"");
        assertThat(Opml.read(written).entries()).containsExactly(new Opml.Entry("Harbour <&> \"Sea\"", show.feed()));
    }

    @Test
    void everyStarterPackIsAListThatIsReadWhole() {
        for (StarterPack pack : StarterPack.values()) {
            assertThat(pack.outline().problems()).isEmpty();
            assertThat(pack.outline().entries())
                    .hasSizeBetween(5, 12)
                    .allSatisfy(entry -> assertThat(entry.feed()).hasScheme("https"));
            assertThat(StarterPack.named(pack.id().toUpperCase(Locale.ROOT))).contains(pack);
        }
    }

    private static Opml.Outline read(String text) {
        return Opml.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
