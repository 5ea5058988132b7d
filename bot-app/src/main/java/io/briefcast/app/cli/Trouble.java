package io.briefcast.app.cli;

import io.briefcast.search.IndexUnusable;
import io.briefcast.store.StoreInUse;
import io.briefcast.store.StoreUnusable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;

/** A reason to stop that is told in one sentence, without a stack trace. */
public final class Trouble extends RuntimeException {
    /** The file's name is the same wherever its folder is. */
    private static final Path STORE = Path.of("briefcast.db");

    /**
     * Says it.
     *
     * @param sentence what went wrong and what to do next
     */
    public Trouble(String sentence) {
        super(sentence);
    }

    /** The sentence behind a failure that a person can do something about; empty when it is a fault of ours. */
    static Optional<String> sentence(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Trouble::next)
                .map(Trouble::ofOne)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> StoreUnusable.explain(STORE, failure).map(Throwable::getMessage));
    }

    @SuppressWarnings("NullAway") // the end of a chain of causes is null
    private static Throwable next(Throwable failure) {
        return failure.getCause();
    }

    private static Optional<String> ofOne(Throwable failure) {
        return switch (failure) {
            case Trouble trouble -> Optional.ofNullable(trouble.getMessage());
            case StoreInUse inUse -> Optional.ofNullable(inUse.getMessage());
            case StoreUnusable unusable -> Optional.ofNullable(unusable.getMessage());
            case IndexUnusable unusable -> Optional.ofNullable(unusable.getMessage());
            case PortInUseException taken ->
                Optional.of("Port %d is in use: stop what listens there, or choose another with --server.port=…"
                        .formatted(taken.getPort()));
            case UnboundConfigurationPropertiesException unbound ->
                Optional.of("There is no setting '%s'; the README lists all."
                        .formatted(
                                unbound.getUnboundProperties().iterator().next().getName()));
            case BindException bind -> ofBinding(bind);
            default -> Optional.empty();
        };
    }

    /** A misspelt name is the cause of a bind failure, and said by the cause. */
    private static Optional<String> ofBinding(BindException bind) {
        return bind.getCause() instanceof UnboundConfigurationPropertiesException
                ? Optional.empty()
                : Optional.of("%s: %s".formatted(bind.getName(), rootMessage(bind)));
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
