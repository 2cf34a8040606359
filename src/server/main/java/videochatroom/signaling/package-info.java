/**
 * The WebSocket: messages of clients in, changes of rooms, messages to clients out. Each socket has a
 * {@link videochatroom.signaling.ClientConnection}; the endpoint only passes on what the container reports.
 *
 * <p>May know {@code config}, {@code protocol}, {@code ice}, {@code metrics} and {@code room}. Uses Jakarta WebSocket's
 * API alone. A container's own ways are behind {@link videochatroom.signaling.SocketTransport}, which {@code payara}
 * implements.
 */
package videochatroom.signaling;
