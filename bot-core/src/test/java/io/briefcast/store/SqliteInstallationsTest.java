package io.briefcast.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteInstallationsTest extends InstallationsContract {
    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("briefcast.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Database database() {
        return store.database();
    }
}
