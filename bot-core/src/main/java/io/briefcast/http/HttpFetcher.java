package io.briefcast.http;

/** Fetches what others publish, politely and within limits. Never throws for what a server or an address does. */
public interface HttpFetcher {
    /** One GET with at most five redirects; the answer says what happened. */
    Fetched fetch(FetchRequest request);
}
