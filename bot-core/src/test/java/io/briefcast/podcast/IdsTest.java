package io.briefcast.podcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void areTheLastThirteenDigitsOfTheHash() throws NoSuchAlgorithmException {
        for (int i = 0; i < 10_000; i++) {
            String text = "episode " + i;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            String all = new BigInteger(1, hash).toString(36);

            assertThat(Ids.of(text)).isEqualTo(all.substring(all.length() - 13));
        }
    }

    @Test
    void neverChange() {
        assertThat(Ids.show(URI.create("https://rent.example/feed.xml")))
                .isEqualTo(Ids.of("show", "https://rent.example/feed.xml"));
        assertThat(Ids.of("show", "https://rent.example/feed.xml")).isEqualTo("sfvnscz115il7");
    }

    @Test
    void differWhereTheirPartsDo() {
        Set<String> ids = new HashSet<>();
        ids.add(Ids.of("ab", "c"));
        ids.add(Ids.of("a", "bc"));
        ids.add(Ids.of("abc"));

        assertThat(ids).hasSize(3);
    }
}
