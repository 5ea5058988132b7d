package io.briefcast.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second instance off the same file. SQLite itself would let both write; two schedulers on one machine would
 * then do each other's work with half the memory each. The operating system releases the lock however a process ends.
 */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    static StoreLock on(Path file) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return take(file, FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new StoreUnusable(
                    "The store %s cannot be opened; give this user the right to write the folder.".formatted(file), e);
        }
    }

    private static StoreLock take(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return new StoreLock(channel);
            }
            channel.close();
            throw new StoreInUse(file, new IOException("locked by another process"));
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StoreInUse(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
