/**
 * Private video calls of two. Browsers exchange media with each other; this server introduces them.
 *
 * <table>
 * <caption>The packages</caption>
 * <tr><td>{@code config}</td><td>the settings, and the key that signs resume tokens</td></tr>
 * <tr><td>{@code protocol}</td><td>the messages between browser and server</td></tr>
 * <tr><td>{@code ice}</td><td>the STUN and TURN servers for a participant</td></tr>
 * <tr><td>{@code ice.stun}, {@code ice.check}</td><td>a client for these servers, and the check whether they work; in
 * {@code src/ice-check}</td></tr>
 * <tr><td>{@code metrics}</td><td>what is counted and timed</td></tr>
 * <tr><td>{@code room}</td><td>rooms, seats and their participants</td></tr>
 * <tr><td>{@code signaling}</td><td>the WebSocket</td></tr>
 * <tr><td>{@code payara}</td><td>workarounds for Payara</td></tr>
 * <tr><td>{@code web}</td><td>pages, origins, headers, health</td></tr>
 * <tr><td>{@code operator}</td><td>the operator's addresses</td></tr>
 * <tr><td>{@code launcher}</td><td>the {@code main} of the runnable jar; in {@code src/runnable-jar}</td></tr>
 * </table>
 *
 * <p>Each package says which others it may know. {@code ArchitectureTest} checks it for those of this module.
 */
package videochatroom;
