/**
 * Creates an element with properties and children. A string becomes text, never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function create(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * Creates an icon from a symbol of icons/icons.svg, hidden from assistive technology.
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `icons/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/**
 * Creates a button with text only.
 * @param {string} label
 * @param {() => void} onclick
 * @param {string} [className]
 * @returns {HTMLButtonElement}
 */
export function textButton(label, onclick, className = "button") {
  return create("button", { type: "button", className, onclick }, label);
}

/**
 * Creates a button with an icon. The label is its accessible name, also where only the icon is visible.
 * @param {string} label
 * @param {string} iconName
 * @param {() => void} onClick
 * @returns {HTMLButtonElement}
 */
export function iconButton(label, iconName, onClick) {
  const caption = create("span", { className: "caption" }, label);
  return create(
    "button",
    { type: "button", className: "button", title: label, onclick: onClick },
    icon(iconName),
    caption,
  );
}

/**
 * Sets the text of an element if it differs: a screen reader announces a live region whenever its text is set.
 * @param {HTMLElement} element
 * @param {string} content
 */
export function setText(element, content) {
  if (element.textContent !== content) element.textContent = content;
}

/**
 * Sets or removes a `data-` attribute.
 * @param {HTMLElement} element
 * @param {string} name In camel case.
 * @param {string} value Empty: removes the attribute.
 */
export function setData(element, name, value) {
  if (value === "") delete element.dataset[name];
  else element.dataset[name] = value;
}

/**
 * Finds an element of a class.
 * @template {HTMLElement} T
 * @param {HTMLElement} within
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 * @throws {TypeError} If it is not there.
 */
export function find(within, selector, type) {
  const element = within.querySelector(selector);
  if (element instanceof type) return element;
  throw new TypeError(`The page has no <${selector}>.`);
}
