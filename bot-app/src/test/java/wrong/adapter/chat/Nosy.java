package wrong.adapter.chat;

import wrong.podcast.Inside;

class Nosy {
    Inside look = new Inside();
}
