/** Milliseconds after which a browser has taken over a download: it does not report that, and may ask the person first. */
const DOWNLOAD_TIME = 600_000;

/**
 * Saves a file with the downloads of the browser.
 * @param {Blob} content
 * @param {string} name With its extension.
 * @returns {number} Milliseconds for which the browser still reads the content.
 */
export function download(content, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_TIME);
  return DOWNLOAD_TIME;
}
