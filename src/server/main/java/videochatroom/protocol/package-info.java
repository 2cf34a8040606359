/**
 * The messages between browser and server: one sealed interface a direction, their JSON, and the codes of what can be
 * wrong with them. The document of the protocol is {@code src/docs/protocol/asyncapi.json}; its examples are tests.
 *
 * <p>Knows JSON and nothing else: no rooms, no websocket.
 */
package videochatroom.protocol;
