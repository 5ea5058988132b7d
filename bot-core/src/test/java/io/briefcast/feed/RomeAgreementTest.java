package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Of a well-formed feed we understand what ROME, which knows nothing of us, understands. */
class RomeAgreementTest {
    @ParameterizedTest
    @ValueSource(strings = {"harbour-talk.rss", "tideway.atom"})
    void understandsWhatRomeUnderstands(String fixture) throws IOException, FeedException, UnreadableFeed {
        ParsedFeed ours;
        SyndFeed rome;
        try (InputStream one = open(fixture);
                InputStream other = open(fixture)) {
            ours = new FeedParser()
                    .parse(one.readAllBytes(), Optional.empty(), Optional.of(URI.create("https://any.example/")));
            rome = new SyndFeedInput().build(new InputSource(other));
        }

        assertThat(ours.title()).isEqualTo(FeedMarkup.title(rome.getTitle()));
        assertThat(ours.items()).hasSameSizeAs(rome.getEntries());
        for (int i = 0; i < ours.items().size(); i++) {
            agree(ours.items().get(i), rome.getEntries().get(i));
        }
    }

    private static void agree(FeedItem ours, SyndEntry rome) {
        assertThat(ours.title()).isEqualTo(FeedMarkup.title(rome.getTitle()));
        assertThat(ours.guid()).contains(rome.getUri());
        if (rome.getPublishedDate() != null) {
            assertThat(ours.published()).contains(rome.getPublishedDate().toInstant());
        }
        assertThat(ours.enclosure().map(file -> file.type()).stream().toList())
                .isEqualTo(List.copyOf(rome.getEnclosures()).stream()
                        .map(file -> file.getType())
                        .toList());
    }

    private static InputStream open(String fixture) {
        return Objects.requireNonNull(RomeAgreementTest.class.getResourceAsStream("/feeds/" + fixture), fixture);
    }
}
