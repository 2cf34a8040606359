/**
 * Calls through networks as they are: each person behind a router of his own, the server and a TURN server on a public
 * network, all of it in network namespaces of this machine that exist for as long as a test does.
 *
 * <p>{@link videochatroom.it.lab.Lab} builds it. {@link videochatroom.it.lab.LabIT} has each kind once, in some five
 * minutes: {@code mvn verify -Plab}, and as a part of every build. {@code mvn verify -Plong-matrix} and
 * {@code -Plong-endurance} run {@link videochatroom.it.lab.LabMatrix}, which has all of it, and
 * {@link videochatroom.it.lab.LabEndurance}, one call that lasts an hour.
 */
package videochatroom.it.lab;
