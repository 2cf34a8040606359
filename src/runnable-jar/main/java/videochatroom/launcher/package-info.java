/**
 * The {@code main} of the runnable jar, which starts Payara Micro with the application in it. Not part of the WAR.
 *
 * <p>May know Payara Micro, and no other package of the application.
 */
package videochatroom.launcher;
