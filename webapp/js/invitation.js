import { QrSheet } from "./ui/sheets/qr-sheet.js";

/**
 * Opens the sheet with the QR code of a room's address, which the server draws. main.js loads this file when it is
 * needed.
 * @param {HTMLElement} main
 * @param {URL} server Address of the application.
 * @param {string} roomName
 * @param {URL} address Leads into the room.
 */
export async function openQrCode(main, server, roomName, address) {
  const sheet = main.querySelector("qr-sheet") ?? main.appendChild(new QrSheet());
  if (!(sheet instanceof QrSheet)) return;
  sheet.open(address);
  const endpoint = new URL("api/qr-code", server);
  endpoint.search = new URLSearchParams({ room: roomName, page: new URL(".", address).href }).toString();
  try {
    // Not as the image's address: a page of another origin gets the answer by CORS only.
    const response = await fetch(endpoint);
    if (!response.ok) throw new Error(`The server answered with ${response.status}.`);
    sheet.show(await response.blob());
  } catch {
    sheet.show(null);
  }
}
