@org.jspecify.annotations.NullMarked
package io.briefcast.command.verb;
