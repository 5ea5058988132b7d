package io.briefcast.delivery;

import io.briefcast.delivery.FakePlatform.Fault;

/** The platform of the core's own tests keeps to what every platform must do. */
class FakePlatformTest extends ChatPlatformContract {
    private final FakePlatform platform = new FakePlatform();

    @Override
    protected ChatPlatform platform() {
        return platform;
    }

    @Override
    protected String address() {
        return "#general";
    }

    @Override
    protected void arrange(Trouble trouble) {
        platform.fail(
                switch (trouble) {
                    case TOO_MANY -> Fault.REFUSED_FOR_NOW;
                    case GONE -> Fault.CHANNEL_GONE;
                    case UNFIT -> Fault.TOO_LONG;
                    case TOKEN_REFUSED -> Fault.TOKEN_REFUSED;
                    case BROKEN -> Fault.LOST_AND_UNCLEAR;
                    case LOST_ANSWER -> Fault.POSTED_BUT_UNCLEAR;
                });
    }

    @Override
    protected void relieve() {
        platform.recover();
    }

    @Override
    protected int posts() {
        return platform.posts().size();
    }

    @Override
    protected String secret() {
        return "the-fake-has-no-token";
    }
}
