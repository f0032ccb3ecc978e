// Taking away: text to the clipboard, files to the disk, and the picture with what it shows written below it.

import { byId, button, el, svg } from "./dom.js";

const MARGIN = 16; // pixels round a caption
const WIDEST = 1600; // pixels of a picture that is taken away as SVG
const LINE = 18; // pixels from line to line of a caption
const COPIED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity", "font-family", "font-size",
  "font-weight", "font-style", "text-anchor", "dominant-baseline", "display", "visibility", "paint-order", "stroke-linejoin"];

/** @param {string} name @param {string | Blob} content @param {string} [type] */
export function download(name, content, type = "text/plain") {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Copies a text; where the browser does not let us, shows it for the reader to copy.
    @param {string} text @param {string} what @param {(told: string) => void} announce */
export async function copy(text, what, announce) {
  try {
    await navigator.clipboard.writeText(text);
    announce(`${what} copied`);
  } catch {
    const area = el("textarea", { readonly: true, "aria-label": what, rows: 12 }, text);
    const dialog = byId("copy-dialog");
    dialog.replaceChildren(el("p", {}, `The browser keeps its clipboard closed: copy from here.`), area, button("Close", () => dialog.close()));
    dialog.showModal();
    area.select();
  }
}

/** The picture as an SVG document of its own: styles written out, the caption below.
    @param {SVGSVGElement} drawn in the page @param {string[]} caption lines @returns {string} */
export function standalone(drawn, caption) {
  const box = drawn.viewBox.baseVal;
  const own = drawn.getBoundingClientRect();
  const given = [box?.width || own.width || Number(drawn.getAttribute("width")), box?.height || own.height || Number(drawn.getAttribute("height"))];
  const scale = Math.min(1, WIDEST / given[0]); // so that the caption is in proportion
  const [width, height] = given.map((side) => Math.round(side * scale));
  const lines = wrapped(caption, width);
  const tall = height + lines.length * LINE + 2 * MARGIN;
  const page = getComputedStyle(document.documentElement);
  const inner = inlined(drawn);
  for (const [name, value] of [["width", width], ["height", height], ["x", 0], ["y", 0]]) inner.setAttribute(String(name), String(value));
  const outer = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: tall, viewBox: `0 0 ${width} ${tall}` },
    svg("rect", { width, height: tall, fill: page.getPropertyValue("--canvas").trim() }), inner,
    lines.map((text, at) => svg("text", { x: MARGIN, y: height + MARGIN + (at + 0.8) * LINE, "font-family": "sans-serif", "font-size": 12,
      fill: page.getPropertyValue("--ink").trim() }, text)));
  return new XMLSerializer().serializeToString(outer);
}

/** A copy of a drawing that needs no style sheet. @param {SVGSVGElement} drawn */
function inlined(drawn) {
  const made = /** @type {SVGSVGElement} */ (drawn.cloneNode(true));
  if (!drawn.isConnected) return made;
  const originals = drawn.querySelectorAll("*");
  made.querySelectorAll("*").forEach((copied, at) => {
    const style = getComputedStyle(originals[at]);
    for (const name of COPIED) if (style.getPropertyValue(name)) copied.setAttribute(name, style.getPropertyValue(name));
  });
  for (const copied of [made, ...made.querySelectorAll("*")]) for (const name of ["class", "role", "tabindex"]) copied.removeAttribute(name);
  return made;
}

/** A part of a drawing, to be put into one that is taken away. @param {SVGSVGElement} part @param {number} x @param {number} y */
export function placed(part, x, y) {
  const made = inlined(part);
  for (const [name, value] of Object.entries({ x, y })) made.setAttribute(name, String(value));
  return made;
}

/** An SVG document drawn on a canvas, at twice its size for paper. @param {string} source @returns {Promise<Blob | null>} */
export async function rastered(source) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = el("canvas", { width: image.width * 2, height: image.height * 2 });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}

/** Lines broken to about a width, six pixels to a character. @param {string[]} lines @param {number} width */
function wrapped(lines, width) {
  const most = Math.max(40, Math.floor((width - 2 * MARGIN) / 6.2));
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${most}}(?:\\s|$)|.{${most}}`, "g")) ?? []).map((line) => line.trim());
}
