package io.briefcast.adapter.discord;

/** How much of an insight card is shown, in UTF-16 units of escaped text; from much to little. */
enum CardRoom {
    /** Everything: four cards are one message. */
    FULL(300, 700, 800, 250, true, true, true),
    /** So much that five cards are one message of 40 components and 4,000 characters. */
    MEDIUM(160, 140, 200, 0, false, true, true),
    /** The same, with buttons under cards alone. */
    LISTED(160, 140, 200, 0, false, true, false),
    /** The claim and the core of the quote, with buttons. */
    TIGHT(150, 0, 120, 0, false, true, false),
    /** The claim, its source, and its buttons as one list. */
    SHORT(120, 0, 80, 0, false, false, false);

    private final int headline;
    private final int explanation;
    private final int quote;
    private final int reasons;
    private final boolean complete;
    private final boolean buttons;
    private final boolean looseButtons;

    CardRoom(
            int headline,
            int explanation,
            int quote,
            int reasons,
            boolean complete,
            boolean buttons,
            boolean looseButtons) {
        this.headline = headline;
        this.explanation = explanation;
        this.quote = quote;
        this.reasons = reasons;
        this.complete = complete;
        this.buttons = buttons;
        this.looseButtons = looseButtons;
    }

    /** Most of the claim. */
    int headline() {
        return headline;
    }

    /** Most of what stands around the claim; 0 leaves it out. */
    int explanation() {
        return explanation;
    }

    /** Most of the speaker's own words. */
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

    /** Whether its actions are buttons; else they are one list to pick from, which takes a component instead of five. */
    boolean buttons() {
        return buttons;
    }

    /** Whether actions that belong to no card are buttons; else they are one list to pick from. */
    boolean looseButtons() {
        return looseButtons;
    }
}
