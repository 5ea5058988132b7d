package io.briefcast.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.RunningBriefcast;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the chat's page asks of the server, without a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatPageTest {
    private RunningBriefcast briefcast;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        briefcast = RunningBriefcast.start(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        briefcast.close();
    }

    @Test
    void whatCameAfterThePageWasMadeIsTold() throws Exception {
        String last = Jsoup.parse(briefcast.get("/chat/insights").body()).body().attr("data-last");
        type("/briefcast help", "");

        HttpRequest events = HttpRequest.newBuilder(briefcast.at("/chat/events?after=" + last))
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream stream =
                        client.send(events, BodyHandlers.ofInputStream()).body()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            String first = lines.lines()
                    .filter(line -> line.startsWith("id:"))
                    .findFirst()
                    .orElse("");
            assertThat(first).isEqualTo("id:" + (Integer.parseInt(last) + 1));
            client.shutdownNow();
        }
    }

    @Test
    void whatAMovedClockWaitsForIsCounted() throws Exception {
        HttpResponse<String> left = briefcast.get("/chat/clock");

        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.body()).matches("\\{\"shows\":\\d+,\"episodes\":\\d+}");
    }

    @Test
    void aFormOnAnotherSiteIsRefused() throws Exception {
        assertThat(type("hello", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(type("hello", "").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> type(String text, String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(briefcast.at("/chat/insights/messages"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=" + text + "&zone=UTC"));
        return briefcast.send((origin.isEmpty() ? request : request.header("Origin", origin)).build());
    }
}
