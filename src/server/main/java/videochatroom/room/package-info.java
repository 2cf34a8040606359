/**
 * Rooms, seats and their participants: resume tokens, and the queue for a seat. A participant's browser is reached
 * through its {@link videochatroom.room.Client}.
 *
 * <p>May know {@code config}, {@code protocol} and {@code metrics}. Knows nothing of WebSockets and servlets.
 */
package videochatroom.room;
