@org.jspecify.annotations.NullMarked
package wrong.adapter.chat;
