/** Bundles the client when it is built. Not shipped. */
package videochatroom.bundling;
