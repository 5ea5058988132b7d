@org.jspecify.annotations.NullMarked
package io.briefcast.insight.extract.llm;
