/** Which STUN and TURN servers a participant's browser is to use. */
package videochatroom.ice;
