import { sweepAbandonedFiles } from "./messages/abandoned-files.js";
import { text, translatePage } from "./ui/texts.js";

translatePage();
void sweepAbandonedFiles();
const heading = document.querySelector("h1")?.textContent ?? "";
document.title = text("title.room", { room: heading });
