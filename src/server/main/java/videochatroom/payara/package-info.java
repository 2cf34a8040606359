/**
 * Workarounds for Payara 6: performance and denial-of-service issues ({@code src/docs/payara.md}). Two filters work on
 * every server and harm none; everything else does nothing on other servers, or if Payara is not as expected.
 *
 * <p>May know {@code config} and {@code signaling}, whose {@link videochatroom.signaling.JakartaTransport} it extends.
 * No other package knows this one.
 */
package videochatroom.payara;
