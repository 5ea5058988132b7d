@org.jspecify.annotations.NullMarked
package io.briefcast.app.evaluate;
