package io.briefcast.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Every repository contract on SQLite. */
class SqliteContractsTest {
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

    @Nested
    class OfModels extends ModelsContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfShows extends ShowsContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfShowLists extends ShowListsContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfEpisodes extends EpisodesContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfOlderEpisodes extends OlderEpisodesContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfInsights extends InsightsContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfPassages extends PassagesContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfBoilerplate extends BoilerplateContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfSubscriptions extends SubscriptionsContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfColdOpens extends ColdOpensContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfSeenInsights extends SeenInsightsContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfStoppedFeeds extends StoppedFeedsContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfDeliveries extends DeliveriesContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfSavedInsights extends SavedInsightsContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfVotes extends VotesContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }

    @Nested
    class OfQuestions extends QuestionsContract {
        @Override
        protected Database database() {
            return store.database();
        }
    }
}
