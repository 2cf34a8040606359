/**
 * As much of STUN (RFC 8489) and TURN (RFC 8656) as it takes to ask a server whether it works: messages, long-term
 * credentials, and the ways by UDP, TCP and TLS. Knows nothing of this application.
 */
package videochatroom.ice.stun;
