package io.briefcast.language;

/** The process is going down: what was not embedded is to be asked for again by the next one. */
public final class EmbedderClosed extends IllegalStateException {
    EmbedderClosed() {
        super("the embedder is closed");
    }
}
