@org.jspecify.annotations.NullMarked
package wrong.podcast;
