package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 05 Mar 2024 10:20:30 GMT | 2024-03-05T10:20:30Z",
                "Tue, 5 Mar 2024 10:20:30 +0100 | 2024-03-05T09:20:30Z",
                "Tue, 5 Mar 2024 10:20:30 +01:00 | 2024-03-05T09:20:30Z",
                "Tue,05 Mar 2024 10:20:30 EST | 2024-03-05T15:20:30Z",
                "Tues, 05 March 2024 10:20 CEST | 2024-03-05T08:20:00Z",
                "05 Mar 24 10:20:30 UT | 2024-03-05T10:20:30Z",
                "Tue, 05 Mar 2024 10:20:30 GMT+0000 (UTC) | 2024-03-05T10:20:30Z",
                "Tue, 05 Mar 2024 10:20:30 GMT-0500 | 2024-03-05T15:20:30Z",
                "Tue, 05 Mar 2024 24:00:00 GMT | 2024-03-06T00:00:00Z",
                "Tue, 05 Mar 2024 | 2024-03-05T00:00:00Z",
                "Tue Mar 05 2024 10:20:30 GMT+0000 | 2024-03-05T10:20:30Z",
                "Tue Mar  5 10:20:30 UTC 2024 | 2024-03-05T10:20:30Z",
                "Thu, 12 Sept 2024 10:20:30 GMT | 2024-09-12T10:20:30Z",
                "Di, 05 Mär 2024 10:20:30 +0100 | 2024-03-05T09:20:30Z",
                "jeu, 12 déc 2024 10:20:30 +0100 | 2024-12-12T09:20:30Z",
                "March 5, 2024 10:20 PM | 2024-03-05T22:20:00Z",
                "Tue, 05 Mar 2024 12:05 am | 2024-03-05T00:05:00Z",
                "2024-03-05T10:20:30Z | 2024-03-05T10:20:30Z",
                "2024-03-05T10:20:30.123456Z | 2024-03-05T10:20:30.123456Z",
                "2024-03-05T10:20:30.123456789+01:00 | 2024-03-05T09:20:30.123456789Z",
                "2024-03-05 10:20 | 2024-03-05T10:20:00Z",
                "2024/03/05 | 2024-03-05T00:00:00Z",
                "2024-03-05T10:20:30 America/New_York | 2024-03-05T15:20:30Z",
                "20240305 | 2024-03-05T00:00:00Z",
                "20240305T102030Z | 2024-03-05T10:20:30Z",
                "1709634030 | 2024-03-05T10:20:30Z",
                "1709634030123 | 2024-03-05T10:20:30Z",
            })
    void readsTheDatesThatPublishersWrite(String written, Instant meant) {
        assertThat(FeedDates.read(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "32 Mar 2024 10:00:00 GMT",
                "30 Feb 2024",
                "2024-13-01",
                "05/03/2024",
                "05 Foo 2024",
                "Tue, 05 Mar 2024 25:00:00 GMT",
                "2024",
                "Tue, 05 Mar 2024 10:20:30 +9900"
            })
    void readsNothingFromWhatIsNoDate(String written) {
        assertThat(FeedDates.read(written)).isEmpty();
    }

    @Test
    void doesNotLookAtADateOfAMillionDigits() {
        assertThat(FeedDates.read("1".repeat(1_000_000))).isEmpty();
    }
}
