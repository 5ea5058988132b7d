package io.briefcast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every platform must do; an adapter's test extends this against a fake of its platform. */
public abstract class ChatPlatformContract {
    /** How long {@link Trouble#TOO_MANY} asks to wait. */
    protected static final Duration ASKED = Duration.ofSeconds(7);

    private static final DeliveryKey KEY = new DeliveryKey("subscription-1", LocalDate.of(2026, 6, 10));
    private static final String WORDS = "Nobody reads this in a log";

    /** What can befall the next post. */
    protected enum Trouble {
        /** The platform asks to wait for {@link ChatPlatformContract#ASKED}; nothing is posted. */
        TOO_MANY,
        /** The channel is gone. */
        GONE,
        /** The platform takes no such message, not even in its simplest form. */
        UNFIT,
        /** The platform takes the token for wrong, or for too weak. */
        TOKEN_REFUSED,
        /** The platform breaks before it answers; nothing is posted. */
        BROKEN,
        /** The message is posted, and the answer is lost. */
        LOST_ANSWER
    }

    /** The platform under test, in front of its fake. */
    protected abstract ChatPlatform platform();

    /** A place where posting works. */
    protected abstract String address();

    /** From now on, posts meet this trouble. */
    protected abstract void arrange(Trouble trouble);

    /** Every trouble is over. */
    protected abstract void relieve();

    /** Number of messages that are really there. */
    protected abstract int posts();

    /** The token that no error may show. */
    protected abstract String secret();

    @Test
    void postsOnceAndReturnsTheIdOfThePost() throws DeliveryException {
        Receipt receipt = platform().post(address(), KEY, message());

        assertThat(receipt.messageId()).isNotBlank();
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void findsAPostByItsKey() throws DeliveryException {
        Receipt receipt = platform().post(address(), KEY, message());

        assertThat(platform().find(address(), KEY)).contains(receipt);
    }

    @Test
    void findsNothingUnderAnotherKey() throws DeliveryException {
        platform().post(address(), KEY, message());

        assertThat(platform().find(address(), new DeliveryKey("subscription-2", KEY.day())))
                .isEmpty();
    }

    @Test
    void waitsAsLongAsThePlatformAsks() {
        DeliveryException failure = failure(Trouble.TOO_MANY);

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(failure.retryAfter()).isEqualTo(ASKED);
        assertThat(posts()).isZero();
    }

    @Test
    void switchesOffWhenTheChannelIsGone() {
        assertThat(failure(Trouble.GONE).remedy()).isEqualTo(Remedy.DISABLE);
    }

    @Test
    void dropsAMessageThatIsNeverTaken() {
        assertThat(failure(Trouble.UNFIT).remedy()).isEqualTo(Remedy.DROP);
    }

    /** The operator can mend a token; until then nobody loses a subscription over it, and nothing was posted. */
    @Test
    void triesAgainWhenTheTokenIsRefused() {
        DeliveryException failure = failure(Trouble.TOKEN_REFUSED);

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(posts()).isZero();
    }

    @Test
    void looksAfterABreakAndFindsThatNothingWasPosted() throws DeliveryException {
        assertThat(failure(Trouble.BROKEN).remedy()).isEqualTo(Remedy.LOOK);

        relieve();

        assertThat(platform().find(address(), KEY)).isEmpty();
    }

    @Test
    void looksAfterALostAnswerAndFindsTheOnePost() throws DeliveryException {
        assertThat(failure(Trouble.LOST_ANSWER).remedy()).isEqualTo(Remedy.LOOK);

        relieve();

        assertThat(posts()).isEqualTo(1);
        assertThat(platform().find(address(), KEY)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void showsNoSecretAndNoWordsInAnError(Trouble trouble) {
        DeliveryException failure = failure(trouble);

        assertThat(failure).hasMessageNotContaining(secret()).hasMessageNotContaining(WORDS);
        assertThat(failure.getMessage()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void namesNoWaitThatIsNegative(Trouble trouble) {
        assertThat(failure(trouble).retryAfter()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    private DeliveryException failure(Trouble trouble) {
        arrange(trouble);
        return catchThrowableOfType(DeliveryException.class, () -> platform().post(address(), KEY, message()));
    }

    private static Message message() {
        return new Message(
                WORDS, List.of(new Block.Heading("Your brief for today"), new Block.Paragraph(WORDS + "."), button()));
    }

    private static Block button() {
        return new Block.Buttons(List.of(Action.press("stop:x", "Stop these")));
    }
}
