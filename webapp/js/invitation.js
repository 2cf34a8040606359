import { QrSheet } from "./ui/qr-sheet.js";

/**
 * Opens the sheet with the QR code of a room's address, which the server draws. A file of its own, since few people
 * ever ask for it.
 * @param {HTMLElement} main
 * @param {URL} server Where the server is.
 * @param {string} roomName
 * @param {URL} address The one to invite others with.
 */
export async function openQrCode(main, server, roomName, address) {
  const sheet = main.querySelector("qr-sheet") ?? main.appendChild(new QrSheet());
  if (!(sheet instanceof QrSheet)) return;
  sheet.open(address);
  const endpoint = new URL("api/qr-code", server);
  endpoint.search = new URLSearchParams({ room: roomName, page: new URL(".", address).href }).toString();
  try {
    // Not as the image's address: from another origin the server gives it to a page only that asks for it so.
    const response = await fetch(endpoint);
    if (!response.ok) throw new Error(`The server answered with ${response.status}.`);
    sheet.show(await response.blob());
  } catch {
    sheet.show(null);
  }
}
