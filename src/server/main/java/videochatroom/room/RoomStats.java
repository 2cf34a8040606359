package videochatroom.room;

/**
 * Counts over all rooms.
 *
 * @param rooms in which a seat is taken or kept
 * @param participants who have a seat, including those who are reconnecting
 * @param waiting clients that wait for a seat
 */
public record RoomStats(int rooms, int participants, int waiting) {}
