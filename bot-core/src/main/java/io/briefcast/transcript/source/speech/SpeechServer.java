package io.briefcast.transcript.source.speech;

import io.briefcast.Secret;
import io.briefcast.SpeechSettings;
import io.briefcast.http.ServiceClient;
import io.briefcast.http.ServiceException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server that writes down audio, in OpenAI's way: hosted, or one's own (faster-whisper, whisper.cpp, LocalAI and
 * others). See https://platform.openai.com/docs/api-reference/audio/createTranscription.
 */
final class SpeechServer {
    /** Fifteen minutes with a list of tokens for every segment are below a megabyte. */
    private static final int MAX_BYTES = 20_000_000;

    /** Newer hosted models know no times and say so. */
    private static final Pattern NO_TIMES = Pattern.compile("response_format|verbose_json|timestamp_granularities");

    private final ServiceClient client;
    private final URI address;
    private final Optional<Secret> key;
    private final String model;
    private final String language;
    private volatile boolean times = true;

    SpeechServer(URI baseUrl, SpeechSettings settings) {
        this.client = new ServiceClient(settings.timeout(), MAX_BYTES);
        this.address = URI.create(baseUrl.toString().replaceFirst("/+$", "") + "/audio/transcriptions");
        this.key = settings.apiKey();
        this.model = settings.model();
        this.language = settings.language();
    }

    /** What came back. */
    sealed interface Answer {
        /**
         * Words, or silence.
         *
         * @param json the answer as it came
         */
        record Written(Heard heard, String json) implements Answer {}

        /**
         * Nothing of use.
         *
         * @param why completes the sentence "the server was not heard: ..."; holds no secret
         * @param kind what to do about it
         * @param pause how long the server asks to be left alone
         * @param charged whether it may have cost something all the same
         */
        record Failed(String why, Kind kind, Optional<Duration> pause, boolean charged) implements Answer {}
    }

    /** Whose trouble it is. */
    enum Kind {
        /** May go well in a moment. */
        PASSING,
        /** The server does not want this audio; another may go well. */
        AUDIO,
        /** Nothing will go well until somebody changes something. */
        LASTING
    }

    /** What the same audio, asked in the same way, is remembered by. */
    String key(byte[] audio) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("speech\0%s\0%s\0".formatted(model, language).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(audio));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Answer ask(byte[] audio, String extension) {
        boolean timed = times;
        Answer answer = send(audio, extension, timed);
        if (timed && answer instanceof Answer.Failed failed && knowsNoTimes(failed)) {
            times = false;
            return send(audio, extension, false);
        }
        return answer;
    }

    private static boolean knowsNoTimes(Answer.Failed failed) {
        return failed.kind() == Kind.AUDIO && NO_TIMES.matcher(failed.why()).find();
    }

    private Answer send(byte[] audio, String extension, boolean timed) {
        try {
            String json = client.send(request(audio, extension, timed)).body();
            return Heard.read(json)
                    .<Answer>map(heard -> new Answer.Written(heard, json))
                    .orElseGet(() ->
                            new Answer.Failed("its answer is no transcription", Kind.PASSING, Optional.empty(), true));
        } catch (ServiceException e) {
            return new Answer.Failed(String.valueOf(e.getMessage()), kind(e), e.asksToWait(), e.mayCost());
        }
    }

    private HttpRequest request(byte[] audio, String extension, boolean timed) {
        Multipart form =
                new Multipart().field("model", model).field("response_format", timed ? "verbose_json" : "json");
        if (timed) {
            form.field("timestamp_granularities[]", "segment");
        }
        if (!language.isEmpty()) {
            form.field("language", language);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", form.contentType())
                .header("Accept", "application/json")
                .POST(form.file("file", "audio." + extension, "audio/" + extension, audio));
        key.map(Secret::reveal).ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private static Kind kind(ServiceException e) {
        if (e.isPassing()) {
            return Kind.PASSING;
        }
        return switch (e.status()) {
            case 400, 413, 415, 422 -> Kind.AUDIO;
            default -> Kind.LASTING;
        };
    }
}
