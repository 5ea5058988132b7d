package io.briefcast.app.chat;

import io.briefcast.command.Completion;
import io.briefcast.command.Completion.Suggestion;
import io.briefcast.delivery.ChatPlatform;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page of the simulated chat: two conversations, a composer, live arrival, and a clock that moves forward. */
@Controller
@ConditionalOnBooleanProperty(name = "briefcast.chat.enabled", matchIfMissing = true)
final class ChatPage {
    private static final int SHOWN = 100;
    private final ChatLog log;
    private final ChatDesk desk;
    private final ChatClock clock;
    private final Completion completion;
    private final TimeTravel travel;
    private final boolean alone;

    ChatPage(
            ChatLog log,
            ChatDesk desk,
            ChatClock clock,
            TimeTravel travel,
            Completion completion,
            List<ChatPlatform> platforms) {
        this.log = log;
        this.desk = desk;
        this.clock = clock;
        this.travel = travel;
        this.completion = completion;
        this.alone = platforms.size() == 1;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/chat/" + Conversation.CHANNEL.address();
    }

    @GetMapping("/chat/{address}")
    String show(@PathVariable String address, Model model) {
        Conversation conversation = conversation(address);
        model.addAttribute("conversation", conversation);
        model.addAttribute("conversations", List.of(Conversation.values()));
        // before the messages: what comes in between is told twice rather than never
        model.addAttribute("last", log.lastId());
        model.addAttribute("messages", log.last(address, SHOWN));
        model.addAttribute("now", clock.instant().toString());
        model.addAttribute("alone", alone);
        return "chat";
    }

    @PostMapping("/chat/{address}/messages")
    ResponseEntity<Void> say(@PathVariable String address, @RequestParam String text, @RequestParam String zone) {
        desk.typed(conversation(address), text, zone(zone));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/chat/{address}/presses")
    ResponseEntity<Void> press(
            @PathVariable String address,
            @RequestParam String message,
            @RequestParam String action,
            @RequestParam String zone) {
        desk.pressed(conversation(address), message, action, zone(zone));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/chat/{address}/completions")
    @ResponseBody
    List<Suggestion> complete(@PathVariable String address, @RequestParam String line, @RequestParam String zone) {
        conversation(address);
        return completion.complete(line, ChatDesk.visitor(zone(zone)));
    }

    /**
     * Moves the clock to the next time it shows this hour in the visitor's zone. Refused while real people are reached:
     * they would get tomorrow's brief today.
     */
    @PostMapping("/chat/clock")
    @ResponseBody
    Map<String, String> moveClock(@RequestParam String time, @RequestParam String zone) {
        if (!alone) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "the clock can be moved only while no other platform is connected");
        }
        ZonedDateTime now = clock.instant().atZone(zone(zone));
        ZonedDateTime wanted = now.with(time(time)).withSecond(0).withNano(0);
        travel.to((wanted.isAfter(now) ? wanted : wanted.plusDays(1)).toInstant());
        return Map.of("now", clock.instant().toString());
    }

    /** What a clock that is being moved still waits for. */
    @GetMapping("/chat/clock")
    @ResponseBody
    TimeTravel.Left left() {
        return travel.left();
    }

    /** One message as the page shows it; what arrives live is fetched from here. */
    @GetMapping("/chat/{address}/messages/{id}")
    String message(@PathVariable String address, @PathVariable String id, Model model) {
        model.addAttribute(
                "m",
                log.find(id)
                        .filter(found -> found.conversation()
                                .equals(conversation(address).address()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "fragments/chat :: message";
    }

    /**
     * Says which messages arrive or change; a browser is told of those that came after the page was made, or after it
     * was last heard.
     */
    @GetMapping(path = "/chat/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastSeen,
            @RequestParam(defaultValue = "") String after) {
        return Arrivals.of(log, number(lastSeen).or(() -> number(after)).orElse(log.lastId()));
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text).filter(digits -> digits.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    private static Conversation conversation(String address) {
        return Conversation.at(address).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a time looks like 08:00", e);
        }
    }

    private static ZoneId zone(String id) {
        return Optional.of(id)
                .filter(name -> ZoneId.getAvailableZoneIds().contains(name))
                .map(ZoneId::of)
                .orElse(ZoneId.of("UTC"));
    }
}
