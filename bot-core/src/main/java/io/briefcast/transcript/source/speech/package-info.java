@org.jspecify.annotations.NullMarked
package io.briefcast.transcript.source.speech;
