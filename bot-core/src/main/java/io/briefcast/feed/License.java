package io.briefcast.feed;

import java.net.URI;
import java.util.Optional;

/**
 * Under which terms a show or an episode is published.
 *
 * @param name as given, an SPDX identifier for usual ones
 * @param url of the terms, where they are not usual ones
 */
public record License(String name, Optional<URI> url) {}
