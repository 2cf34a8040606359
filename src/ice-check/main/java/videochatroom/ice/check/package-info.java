/** Whether the STUN and TURN servers of the settings answer: asked on an operator's request only, never by itself. */
package videochatroom.ice.check;
