/**
 * Every state of every page: looked at by the rules of WCAG 2.2, by what a screen reader is told of it, and as
 * pictures.
 *
 * <p>Runs once, on the uber-jar: what a page looks like depends on no container.
 */
package videochatroom.it.accessibility;
