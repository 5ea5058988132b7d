package wrong.adapter.chat;

import java.time.Instant;

class Sleepy {
    Instant later() throws InterruptedException {
        Thread.sleep(1);
        return Instant.now();
    }
}
