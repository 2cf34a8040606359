/**
 * Calls through realistic networks: each person behind their own router, the server and a TURN server on a public
 * network. The networks are network namespaces of this machine and end with the tests.
 *
 * <p>{@link videochatroom.it.lab.Lab} builds them. {@link videochatroom.it.lab.LabIT} has each kind once: {@code mvn
 * verify -Plab}, and as a part of {@code mvn verify}. {@code mvn verify -Plong-matrix} runs
 * {@link videochatroom.it.lab.LabMatrix} with all combinations, and {@code -Plong-endurance} runs
 * {@link videochatroom.it.lab.LabEndurance} with one long call.
 */
package videochatroom.it.lab;
