/**
 * Every state of every page: the rules of WCAG 2.2, the announcements for screen readers, and screenshots.
 *
 * <p>These tests run on the uber-jar only, because the pages do not depend on the container.
 */
package videochatroom.it.accessibility;
