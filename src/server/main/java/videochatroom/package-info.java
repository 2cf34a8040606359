/**
 * Private video conversations of two. Browsers exchange media with one another; this server only introduces them.
 *
 * <p>{@code web} serves the pages, {@code signaling} is the websocket, {@code room} decides who is in which room,
 * {@code ice} tells a participant which STUN and TURN servers to use, {@code protocol} is the messages and
 * {@code config} the settings.
 */
package videochatroom;
