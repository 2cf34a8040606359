/** Packs the client for the WAR when it is built: few small files out of many readable ones. Not part of the WAR. */
package videochatroom.packing;
