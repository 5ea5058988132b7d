package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.feed.ShowDirectory.Answer;
import io.briefcast.feed.ShowDirectory.Listed;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ShowDirectoryTest {
    private static final URI APPLE = URI.create("https://apple.example");
    private static final URI INDEX = URI.create("https://index.example/api/1.0");

    private final Map<String, String> web = new HashMap<>();
    private final List<FetchRequest> asked = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(1_600_000_000);
    private final AppleDirectory apple = new AppleDirectory(this::fetch, APPLE);
    private final PodcastIndexDirectory index = new PodcastIndexDirectory(
            this::fetch, new PodcastIndexDirectory.Account(INDEX, "KEY", "SECRET"), () -> now);
    private final CachedDirectory both = new CachedDirectory(List.of(apple, index), () -> now);

    @Test
    void theIndexIsAskedWithASignatureOfTheTime() {
        web.put(INDEX + "/search/byterm?max=25&q=slow+money", """
                {"status": "true", "feeds": [{"title": "Slow Money", "author": "Li", "url": "https://slow.example/f"}]}""");

        Answer answer = index.search("slow money");

        assertThat(answer)
                .isEqualTo(new Answer.Found(
                        List.of(new Listed("Slow Money", "Li", URI.create("https://slow.example/f")))));
        assertThat(asked.getFirst().headers())
                .containsEntry("X-Auth-Key", "KEY")
                .containsEntry("X-Auth-Date", "1600000000")
                .hasEntrySatisfying("Authorization", sum -> assertThat(sum).matches("[0-9a-f]{40}"));
        assertThat(asked.getFirst().toString()).doesNotContain("KEY");
    }

    @Test
    void whatTwoDirectoriesListIsOneShowAndOneOfThemMayFail() {
        web.put(APPLE + "/search?media=podcast&entity=podcast&limit=25&term=money", """
                {"results": [{"collectionName": "Slow Money", "feedUrl": "http://slow.example/f"}]}""");

        assertThat(titles(both.search("money"))).containsExactly("Slow Money");

        web.put(INDEX + "/search/byterm?max=25&q=money+2", """
                {"feeds": [{"title": "Slow Money 2", "url": "https://slow.example/f"},
                           {"title": "Fast Money", "url": "https://fast.example/f"}]}""");
        web.put(APPLE + "/search?media=podcast&entity=podcast&limit=25&term=money+2", """
                {"results": [{"collectionName": "Slow Money", "feedUrl": "http://slow.example/f"}]}""");
        assertThat(titles(both.search("Money  2"))).containsExactly("Slow Money", "Fast Money");
    }

    @Test
    void theSameQuestionIsAskedOnceAnHour() {
        web.put(APPLE + "/search?media=podcast&entity=podcast&limit=25&term=money", "{\"results\": []}");

        both.search("money");
        both.search(" MONEY ");
        assertThat(asked).hasSize(2);

        now = now.plus(Duration.ofMinutes(61));
        both.search("money");
        assertThat(asked).hasSize(4);
    }

    @Test
    void noMoreIsAskedInAMinuteThanDirectoriesBear() {
        for (int i = 0; i < 30; i++) {
            both.search("show number " + i);
        }
        assertThat(asked).hasSize(40);
        assertThat(both.search("one more"))
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        no -> assertThat(no.sentence()).contains("try again in a minute"));

        now = now.plusSeconds(61);
        both.search("one more");
        assertThat(asked).hasSize(42);
    }

    @Test
    void typingLeavesSomeForThoseWhoMeanIt() {
        var cached = new CachedDirectory(List.of(apple), () -> now);
        for (int letters = 0; letters < 30; letters++) {
            cached.suggest("a".repeat(letters + 1));
        }
        assertThat(asked).hasSize(12);

        cached.search("the rack");

        assertThat(asked).hasSize(13);
    }

    @Test
    void whoTypesOnSeesAtOnceWhatStillFits() {
        CountDownLatch end = new CountDownLatch(1);
        var slow = new CachedDirectory(List.of(new SlowAfter("rac", end)), () -> now);
        var finder = new ShowFinder(this::fetch, slow);
        assertThat(titles(slow.suggest("rac"))).containsExactly("The Rack", "Racoons");

        assertThat(finder.titles("Rack", 5)).containsExactly("The Rack");
        end.countDown();
    }

    @Test
    void whatFewerLettersFoundStandsInWhenTooMuchWasAsked() {
        var cached = new CachedDirectory(List.of(new SlowAfter("rac", new CountDownLatch(0))), () -> now);
        var finder = new ShowFinder(this::fetch, cached);
        cached.suggest("rac");
        for (int i = 0; i < 30; i++) {
            cached.suggest("show number " + i);
        }

        assertThat(finder.titles("rack", 5)).containsExactly("The Rack");
        assertThat(finder.titles("rackets", 5)).isEmpty();
    }

    /** Knows one answer by heart; for all others somebody has to wait for the end. */
    private record SlowAfter(String known, CountDownLatch end) implements ShowDirectory {
        @Override
        public Answer search(String words) {
            if (words.equals(known)) {
                return new Answer.Found(List.of(listed("The Rack"), listed("Racoons")));
            }
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Found(List.of());
        }

        private static Listed listed(String title) {
            return new Listed(title, "", URI.create("https://a.example/" + title.replace(' ', '-')));
        }

        @Override
        public Answer lookUp(String appleId) {
            return new Answer.Found(List.of());
        }
    }

    @Test
    void strangeAnswersAreNoAnswers() {
        for (String strange : List.of("", "[]", "null", "\"shows\"", "{", "<html></html>", "[".repeat(100_000))) {
            web.put(APPLE + "/lookup?entity=podcast&id=1", strange);
            assertThat(apple.lookUp("1")).isInstanceOf(Answer.Unavailable.class);
        }
        for (String empty : List.of(
                "{}",
                "{\"results\": 3}",
                "{\"results\": [1, null, []]}",
                "{\"results\": [{\"feedUrl\": \"file:///etc/passwd\"}, {\"feedUrl\": 4}]}")) {
            web.put(APPLE + "/lookup?entity=podcast&id=1", empty);
            assertThat(apple.lookUp("1")).isEqualTo(new Answer.Found(List.of()));
        }
    }

    private static List<String> titles(Answer answer) {
        return answer instanceof Answer.Found found
                ? found.shows().stream().map(Listed::title).toList()
                : List.of(answer.toString());
    }

    private Fetched fetch(FetchRequest request) {
        asked.add(request);
        return Optional.ofNullable(web.get(request.address()))
                .<Fetched>map(body -> new Fetched.Body(
                        URI.create(request.address()),
                        body.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ZERO))
                .orElseGet(() -> new Fetched.Throttled(Duration.ZERO));
    }
}
