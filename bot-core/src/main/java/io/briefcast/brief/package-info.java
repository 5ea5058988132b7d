@org.jspecify.annotations.NullMarked
package io.briefcast.brief;
