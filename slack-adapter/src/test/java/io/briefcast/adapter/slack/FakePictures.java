package io.briefcast.adapter.slack;

import com.google.gson.JsonElement;

/** Whether {@link FakeSlack} can load pictures: it refuses all of a message for one that it cannot. */
final class FakePictures {
    private boolean refused;

    void refuse() {
        refused = true;
    }

    /** Whether something is refused for its pictures. */
    boolean spoil(JsonElement blocks) {
        return refused && blocks.toString().contains("\"image_url\"");
    }
}
