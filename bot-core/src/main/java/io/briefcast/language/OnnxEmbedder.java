package io.briefcast.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.language.BgeModel.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Embeds in process with bge-small-en-v1.5: no network, 150 to 270 short sentences a second and core. The model takes
 * 100 MB of native memory from the first use on, so that a start which embeds nothing stays fast.
 *
 * <p>Cosines of this model lie in a narrow band (unrelated texts have 0.5 to 0.7): compare by rank or quantile.
 */
public final class OnnxEmbedder implements Embedder, AutoCloseable {
    /** A vector takes 1.5 kB: 15 MB for as many topics as a large workspace asks for in weeks. */
    private static final int CACHED_QUERIES = 10_000;

    private final ExecutorService workers;
    private final Cache<String, Embedding> queries =
            Caffeine.newBuilder().maximumSize(CACHED_QUERIES).build();
    private Optional<BgeModel> model = Optional.empty();
    private volatile boolean closed;
    /** Shared by whoever uses native memory; the one who frees it waits for them. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    /** With one worker a core. */
    public OnnxEmbedder() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** @param workers texts embedded at the same time, at least 1; more than cores only costs memory */
    public OnnxEmbedder(int workers) {
        this.workers = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("embed-", 1).factory());
    }

    /**
     * For a process that nobody else takes down in order: closes it when the process ends, for native code must not run
     * while the process is torn down.
     */
    public static OnnxEmbedder untilExit() {
        OnnxEmbedder embedder = new OnnxEmbedder();
        Runtime.getRuntime().addShutdownHook(new Thread(embedder::close, "close-embedder"));
        return embedder;
    }

    @Override
    public int dimension() {
        return BgeModel.DIMENSION;
    }

    @Override
    public List<Embedding> embed(List<String> passages) {
        if (passages.isEmpty()) {
            return List.of();
        }
        return using(() -> embedAll(passages));
    }

    private List<Embedding> embedAll(List<String> passages) {
        BgeModel loaded = model();
        List<Tokens> tokens = passages.stream().map(loaded::tokens).toList();
        List<int[]> batches =
                Batches.ofLikeLength(tokens.stream().mapToInt(Tokens::length).toArray());
        Embedding[] embeddings = new Embedding[passages.size()];
        inParallel(batches.stream()
                .map(batch -> (Callable<Boolean>) () -> {
                    checkOpen();
                    return embed(loaded, tokens, batch, embeddings);
                })
                .toList());
        return List.of(embeddings);
    }

    private static boolean embed(BgeModel model, List<Tokens> tokens, int[] batch, Embedding[] target) {
        List<Embedding> embedded =
                model.run(Arrays.stream(batch).mapToObj(tokens::get).toList());
        IntStream.range(0, batch.length).forEach(i -> target[batch[i]] = embedded.get(i));
        return true;
    }

    private void inParallel(List<Callable<Boolean>> work) {
        try {
            for (Future<Boolean> done : new ArrayList<>(workers.invokeAll(work))) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while embedding", e);
        } catch (ExecutionException e) {
            checkOpen();
            throw new IllegalStateException("embedding failed", e.getCause());
        }
    }

    /** In the caller's thread: a question must not queue behind the reading of episodes. */
    @Override
    public Embedding query(String text) {
        return queries.get(text, question -> using(() -> embedQuery(question)));
    }

    private Embedding embedQuery(String text) {
        BgeModel loaded = model();
        return loaded.run(List.of(loaded.tokens(BgeModel.QUERY_PREFIX + text))).getFirst();
    }

    private <T> T using(Supplier<T> work) {
        use.readLock().lock();
        try {
            return work.get();
        } finally {
            use.readLock().unlock();
        }
    }

    private synchronized BgeModel model() {
        checkOpen();
        BgeModel loaded = model.orElseGet(BgeModel::load);
        model = Optional.of(loaded);
        return loaded;
    }

    private void checkOpen() {
        if (closed) {
            throw new EmbedderClosed();
        }
    }

    /** Lets the batches that run end, which takes a second, and frees the model's memory; whoever waits is told. */
    @Override
    public void close() {
        closed = true;
        use.writeLock().lock();
        try {
            free();
        } finally {
            use.writeLock().unlock();
        }
        workers.close();
    }

    private synchronized void free() {
        model.ifPresent(BgeModel::close);
        model = Optional.empty();
    }
}
