import { text, translatePage } from "./ui/texts.js";

translatePage();
const heading = document.querySelector("h1")?.textContent ?? "";
document.title = text("title.room", { room: heading });
