package io.briefcast.language;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The model bge-small-en-v1.5, quantised, with its tokenizer: one session on native memory that many threads may run.
 * See its card at https://huggingface.co/BAAI/bge-small-en-v1.5.
 */
final class BgeModel implements AutoCloseable {
    static final int DIMENSION = 384;
    /** What the model was trained with before a question; passages have none. */
    static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    /** Positions that the model has. */
    private static final int MAX_TOKENS = 512;
    /** The model never sees more than 512 tokens, and the tokenizer takes time for every character it is given. */
    private static final int MAX_CHARACTERS = 8_000;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private BgeModel(OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    static BgeModel load() {
        keepTokenizerOffline();
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new BgeModel(environment, session(environment), tokenizer());
        } catch (IOException e) {
            throw new UncheckedIOException("the embedding model cannot be read from the class path", e);
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model cannot be loaded", e);
        }
    }

    /** DJL reports to its makers from cloud machines and fetches CUDA builds, unless told not to. */
    private static void keepTokenizerOffline() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }

    /** One thread a run: measured twice as fast over all cores as one run on all cores. */
    private static OrtSession session(OrtEnvironment environment) throws IOException, OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream model = resource(MODEL)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(model.readAllBytes(), options);
        }
    }

    private static HuggingFaceTokenizer tokenizer() throws IOException {
        try (InputStream vocabulary = resource(TOKENIZER)) {
            return HuggingFaceTokenizer.newInstance(
                    vocabulary,
                    Map.of("truncation", "true", "maxLength", String.valueOf(MAX_TOKENS), "padding", "false"));
        }
    }

    /** The tokenizer's file, with the words and word pieces that it knows. */
    static InputStream vocabulary() throws IOException {
        return resource(TOKENIZER);
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = BgeModel.class.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return stream;
    }

    Tokens tokens(String text) {
        Encoding encoding = tokenizer.encode(text.substring(0, Math.min(text.length(), MAX_CHARACTERS)));
        return new Tokens(encoding.getIds());
    }

    /** Vectors in the order of the batch. */
    List<Embedding> run(List<Tokens> batch) {
        int length = batch.stream().mapToInt(Tokens::length).max().orElse(0);
        long[] shape = {batch.size(), length};
        try (OnnxTensor ids = tensor(ids(batch, length), shape);
                OnnxTensor mask = tensor(mask(batch, length), shape);
                OnnxTensor types = tensor(new long[batch.size() * length], shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return Pooling.cls((OnnxTensor) result.get(0));
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model failed on %d texts".formatted(batch.size()), e);
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private static long[] ids(List<Tokens> batch, int length) {
        long[] ids = new long[batch.size() * length];
        for (int row = 0; row < batch.size(); row++) {
            Tokens tokens = batch.get(row);
            System.arraycopy(tokens.ids(), 0, ids, row * length, tokens.length());
        }
        return ids;
    }

    private static long[] mask(List<Tokens> batch, int length) {
        long[] mask = new long[batch.size() * length];
        for (int row = 0; row < batch.size(); row++) {
            int start = row * length;
            Arrays.fill(mask, start, start + batch.get(row).length(), 1);
        }
        return mask;
    }

    /** Gives the native memory back; the process-wide environment stays, as the runtime wants it. */
    @Override
    public void close() {
        try (tokenizer) {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model did not close", e);
        }
    }

    /** A text as the numbers of its word pieces. */
    record Tokens(long[] ids) {
        int length() {
            return ids.length;
        }
    }
}
