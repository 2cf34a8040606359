/**
 * Workarounds for Payara 6: performance and denial-of-service issues ({@code src/docs/payara.md}). No-ops on other
 * servers, and if Payara is not as expected.
 *
 * <p>May know {@code config} and {@code signaling}, whose {@link videochatroom.signaling.SocketTransport} it
 * implements. No other package knows this one.
 */
package videochatroom.payara;
