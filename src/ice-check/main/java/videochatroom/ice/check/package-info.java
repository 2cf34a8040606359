/**
 * Checks whether the STUN and TURN servers of the settings work. Runs only when an operator asks for it.
 *
 * <p>May know {@code ice.stun}, and no other package of the application.
 */
package videochatroom.ice.check;
