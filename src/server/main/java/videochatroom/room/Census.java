package videochatroom.room;

/**
 * How many there are.
 *
 * @param rooms with somebody in them
 * @param participants who have a seat, those included who are reconnecting
 * @param waiting for a seat
 */
public record Census(int rooms, int participants, int waiting) {}
