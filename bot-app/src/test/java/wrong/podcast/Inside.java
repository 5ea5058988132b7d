package wrong.podcast;

/** What is none of an adapter's business. */
public class Inside {}
