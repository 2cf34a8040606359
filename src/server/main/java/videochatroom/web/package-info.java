/** The pages behind their addresses, who may use them from where, and the headers that keep them honest. */
package videochatroom.web;
