/**
 * The websocket: frames in, messages to the rooms, messages out. One {@link videochatroom.signaling.Connection} a
 * socket; the endpoint itself only hands over what the container says.
 */
package videochatroom.signaling;
