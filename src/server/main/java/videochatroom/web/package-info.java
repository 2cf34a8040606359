/**
 * The pages and their addresses, QR codes, the origins whose pages may use the server, the headers of every answer, and
 * health checks.
 *
 * <p>May know {@code config} and {@code room}.
 */
package videochatroom.web;
