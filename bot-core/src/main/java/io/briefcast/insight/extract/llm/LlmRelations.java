package io.briefcast.insight.extract.llm;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Relations;
import io.briefcast.insight.extract.llm.Calls.Errand;
import io.briefcast.insight.extract.llm.Calls.Result;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a language model name relations, within the same budget as everything else. Who asks waits a while and no longer;
 * an answer that comes later is there the next time.
 */
final class LlmRelations implements Relations {
    private static final Logger LOG = LoggerFactory.getLogger(LlmRelations.class);

    private final Calls calls;
    private final Executor executor;
    private final Duration patience;

    LlmRelations(Calls calls, Executor executor, Duration patience) {
        this.calls = calls;
        this.executor = executor;
        this.patience = patience;
    }

    @Override
    public Map<String, Relation> of(Insight claim, List<Insight> others) {
        if (others.isEmpty()) {
            return Map.of();
        }
        try {
            return CompletableFuture.supplyAsync(() -> ask(claim, List.copyOf(others)), executor)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Map.of();
        } catch (ExecutionException e) {
            LOG.warn("Relations to insight {} could not be named", claim.id(), e.getCause());
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private Map<String, Relation> ask(Insight claim, List<Insight> others) {
        Result<Map<Integer, Relation>> result = calls.run(new Errand<>(
                RelationForm.key(claim, others, calls.model()),
                claim.showId(),
                claim.episodeId(),
                (mark, complaint) -> RelationForm.question(claim, others, mark, complaint),
                answer -> RelationForm.read(answer, others.size()),
                "it was cut off; give the JSON object alone"));
        return switch (result) {
            case Result.Read<Map<Integer, Relation>> read -> byId(read.value(), others);
            case Result.Useless<Map<Integer, Relation>> useless -> Map.of();
            case Result.Stopped<Map<Integer, Relation>> stopped -> Map.of();
        };
    }

    private static Map<String, Relation> byId(Map<Integer, Relation> byLine, List<Insight> others) {
        Map<String, Relation> byId = new HashMap<>();
        byLine.forEach((line, relation) -> byId.put(others.get(line - 1).id(), relation));
        return byId;
    }
}
