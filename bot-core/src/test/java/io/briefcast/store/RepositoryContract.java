package io.briefcast.store;

/** What every contract of a repository needs: an empty database with the newest schema. */
public abstract class RepositoryContract {
    protected abstract Database database();
}
