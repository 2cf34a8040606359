/**
 * The messages between browser and server: one sealed interface for each direction, their JSON, and the error codes.
 * The protocol is described in {@code src/docs/protocol/asyncapi.json}, whose examples are tests.
 *
 * <p>Knows no other package of the application. Knows JSON, but neither rooms nor WebSockets.
 */
package videochatroom.protocol;
