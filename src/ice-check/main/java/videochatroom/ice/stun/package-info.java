/**
 * The parts of STUN (RFC 8489) and TURN (RFC 8656) that are needed to ask a server whether it works: messages,
 * long-term credentials, and transports over UDP, TCP and TLS (decision 7).
 *
 * <p>Knows no other package: only the JDK.
 */
package videochatroom.ice.stun;
