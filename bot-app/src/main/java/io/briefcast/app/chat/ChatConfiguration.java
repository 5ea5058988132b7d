package io.briefcast.app.chat;

import io.briefcast.BriefcastSettings;
import io.briefcast.command.CommandRouter;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Shows;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the simulated chat: with it, everything runs by the chat's clock. */
@Configuration
@ConditionalOnBooleanProperty(name = "briefcast.chat.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ChatSettings.class)
class ChatConfiguration {
    @Bean
    ChatClock clock(BriefcastSettings settings) {
        return ChatClock.open(InstantSource.system(), settings.dataDir().resolve("chat-clock.txt"));
    }

    @Bean
    ChatLog chatLog(BriefcastSettings settings) {
        return ChatLog.open(settings.dataDir().resolve("chat.jsonl"), ChatMessageJson::write, ChatMessageJson::read);
    }

    @Bean
    ChatPlatform simulatedPlatform(ChatLog log, ChatClock clock) {
        return new SimulatedPlatform(log, clock);
    }

    @Bean
    ChatDesk chatDesk(ChatLog log, CommandRouter router, ChatClock clock) {
        return new ChatDesk(log, router, clock);
    }

    @Bean
    TimeTravel timeTravel(ChatClock clock, Shows shows, Episodes episodes) {
        return new TimeTravel(clock, shows, episodes);
    }
}
