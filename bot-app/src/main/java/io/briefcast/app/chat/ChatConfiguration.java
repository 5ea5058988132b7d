package io.briefcast.app.chat;

import io.briefcast.BriefcastSettings;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Completion;
import io.briefcast.delivery.ChatPlatform;
import java.time.InstantSource;
import java.util.List;
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
    ChatClock clock() {
        return new ChatClock(InstantSource.system());
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
    Completion completion(CommandCatalogue catalogue) {
        return new Completion(catalogue, (kind, typed, asker, limit) -> List.of());
    }
}
