package io.briefcast.adapter.slack;

/** How much of an insight card is shown, in UTF-16 units of escaped text; from much to little. */
enum CardRoom {
    /** Everything: together less than the 3,000 that Slack allows a section. */
    FULL(400, 1_000, 1_200, 300, true),
    /** So much that five cards are one message. */
    MEDIUM(200, 350, 280, 100, true),
    /** The claim, for a post that many read: whoever wants to know more asks for the details. */
    COMPACT(200, 0, 0, 0, true),
    /** The claim and the core of the quote. */
    SHORT(150, 0, 150, 0, false);

    private final int headline;
    private final int explanation;
    private final int quote;
    private final int reasons;
    private final boolean complete;

    CardRoom(int headline, int explanation, int quote, int reasons, boolean complete) {
        this.headline = headline;
        this.explanation = explanation;
        this.quote = quote;
        this.reasons = reasons;
        this.complete = complete;
    }

    /** Most of the claim. */
    int headline() {
        return headline;
    }

    /** Most of what stands around the claim; 0 leaves it out. */
    int explanation() {
        return explanation;
    }

    /** Most of the speaker's own words; 0 leaves them out. */
    int quote() {
        return quote;
    }

    /** Most of why it is there; 0 leaves it out. */
    int reasons() {
        return reasons;
    }

    /** Whether it has its picture, and buttons for links that are in its text as well. */
    boolean complete() {
        return complete;
    }
}
