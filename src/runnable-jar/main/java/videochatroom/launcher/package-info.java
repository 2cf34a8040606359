/** Starts the runnable jar: Payara Micro with the application in it. Not part of the WAR. */
package videochatroom.launcher;
