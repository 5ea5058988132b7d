package io.briefcast.adapter.discord;

/** How much of an insight card is shown, in UTF-16 units of escaped text; from much to little. */
enum CardRoom {
    /** Everything: four cards are one message. */
    FULL(300, 700, 800, 250, true, true, false, true),
    /** Five cards with their pictures, their votes and links; all other buttons of the message are one list. */
    GATHERED(160, 200, 160, 0, true, true, true, false),
    /** So much that five cards are one message of 40 components and 4,000 characters. */
    MEDIUM(160, 140, 200, 0, false, true, false, true),
    /** The same, with buttons under cards alone. */
    LISTED(160, 140, 200, 0, false, true, false, false),
    /** The claim and the core of the quote, with buttons. */
    TIGHT(150, 0, 120, 0, false, true, false, false),
    /** The claim, its source, and its buttons as one list. */
    SHORT(120, 0, 80, 0, false, false, false, false);

    private final int headline;
    private final int explanation;
    private final int quote;
    private final int reasons;
    private final boolean complete;
    private final boolean buttons;
    private final boolean gathered;
    private final boolean looseButtons;

    CardRoom(
            int headline,
            int explanation,
            int quote,
            int reasons,
            boolean complete,
            boolean buttons,
            boolean gathered,
            boolean looseButtons) {
        this.headline = headline;
        this.explanation = explanation;
        this.quote = quote;
        this.reasons = reasons;
        this.complete = complete;
        this.buttons = buttons;
        this.gathered = gathered;
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

    /** Whether one list for all cards has what is neither a vote nor a link, and what belongs to no card. */
    boolean gathered() {
        return gathered;
    }

    /** Whether actions that belong to no card are buttons; else they are one list to pick from. */
    boolean looseButtons() {
        return looseButtons;
    }
}
