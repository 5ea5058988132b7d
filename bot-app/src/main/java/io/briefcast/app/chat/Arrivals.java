package io.briefcast.app.chat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells one browser which messages arrive or change, as server-sent events. It has a thread of its own: a browser that
 * stops reading holds up nobody else.
 */
final class Arrivals {
    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<ChatMessage> waiting = new LinkedBlockingQueue<>();

    private Arrivals() {}

    /** What the browser is answered with; it starts with everything above that number. */
    static SseEmitter of(ChatLog log, int lastSeen) {
        Arrivals arrivals = new Arrivals();
        Runnable stop = log.listen(lastSeen, arrivals.waiting::add);
        Thread sender = Thread.ofVirtual().name("arrivals").start(arrivals::send);
        Runnable end = () -> {
            stop.run();
            sender.interrupt();
        };
        arrivals.emitter.onCompletion(end);
        arrivals.emitter.onError(failure -> end.run());
        arrivals.emitter.onTimeout(end);
        return arrivals.emitter;
    }

    private void send() {
        try {
            while (true) {
                ChatMessage message = waiting.take();
                emitter.send(SseEmitter.event()
                        .id(message.id())
                        .name("message")
                        .data(Map.of("id", message.id(), "conversation", message.conversation())));
            }
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        }
    }
}
