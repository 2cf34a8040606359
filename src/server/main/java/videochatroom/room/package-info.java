/**
 * Rooms and who is in them. Knows nothing of websockets: a participant is reached through his
 * {@link videochatroom.room.Outbox}.
 */
package videochatroom.room;
