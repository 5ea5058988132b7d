package io.briefcast.adapter.slack;

import java.time.InstantSource;
import java.util.List;

/** The fake Slack for tests of other modules, which know nothing of Slack. */
public final class SlackStandIn implements AutoCloseable {
    /** A channel that is there. */
    public static final String CHANNEL = FakeSlack.TEAM + "/C0BRIEFS";

    private final FakeSlack slack = new FakeSlack(InstantSource.system());

    /** Settings that connect Briefcast to it. */
    public List<String> settings() {
        return List.of(
                "--briefcast.slack.bot-token=" + FakeSlack.TOKEN,
                "--briefcast.slack.app-token=" + FakeSlack.APP_TOKEN,
                "--briefcast.slack.api-url=" + slack.api());
    }

    /** Messages that are really there, as Slack got them. */
    public List<String> posts() {
        return slack.posted().stream().map(post -> post.arguments().toString()).toList();
    }

    @Override
    public void close() {
        slack.close();
    }
}
