/**
 * Whether DTLS has failed (webrtc-pc, section 5.5), which an ICE restart does not repair: only a new connection does.
 * Several ICE restarts in a row can cause this in Firefox.
 * @param {RTCPeerConnection} connection
 */
export function hasDtlsFailed(connection) {
  const transports = connection.getSenders().map(({ transport }) => transport);
  return [connection.sctp?.transport, ...transports].some((transport) => transport?.state === "failed");
}
