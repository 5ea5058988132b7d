package io.briefcast.adapter.discord;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Calls {@link FakeDiscord} without any library that keeps Discord's rules by itself. */
final class Caller {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI api;

    Caller(FakeDiscord discord) {
        this.api = discord.api();
    }

    /** An answer. */
    record Told(int status, int code, HttpResponse<String> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Calls with the token of the bot; the body is left out where it is empty. */
    Told call(String method, String path, String body) throws IOException, InterruptedException {
        return call(method, path, body, FakeDiscord.TOKEN);
    }

    Told call(String method, String path, String body, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bot " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        int code = response.body().startsWith("{")
                ? DataObject.fromJson(response.body()).getInt("code", 0)
                : 0;
        return new Told(response.statusCode(), code, response);
    }
}
