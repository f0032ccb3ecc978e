// Elements and text. Everything that comes from a text reaches the page through these as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const LONGEST = 240; // characters of a name or phrase that are shown

/** An element with attributes (`onclick` and the like add listeners) and children; strings become text. */
function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

function byId(id) {
  return document.getElementById(id);
}

/** Words from a text: cut where they are long, and kept from turning the direction of what stands beside them. */
function words(text, name = "") {
  return el("bdi", { class: name || null }, cut(text));
}

/** Text in one line, cut where it is long. Directional overrides and isolates go: one that is left open would turn what
    stands after it, in spite of bdi; letters have a direction of their own without them. */
function cut(given, longest = LONGEST) {
  const text = given.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  const short = text.length > longest ? `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return short.replace(/\s+/g, " ");
}

function number(count) {
  return count.toLocaleString("en");
}

/** "1 statement", "1,204 statements". */
function counted(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

const SHAPES = {
  dot: () => svg("circle", { cx: 8, cy: 8, r: 5.5 }),
  square: () => svg("rect", { x: 3, y: 3, width: 10, height: 10 }),
  diamond: () => svg("path", { d: "M8 1 15 8 8 15 1 8Z" }),
  triangle: () => svg("path", { d: "M8 2 14.5 13.5H1.5Z" }),
  triangleDown: () => svg("path", { d: "M8 14 14.5 2.5H1.5Z" }),
  hexagon: () => svg("path", { d: "M4.7 2.3h6.6L14.6 8l-3.3 5.7H4.7L1.4 8Z" }),
  star: () => svg("path", { d: "M8 .8 10.1 5.6l5.2.5-3.9 3.4 1.2 5.1L8 11.9l-4.6 2.7 1.2-5.1L.7 6.1l5.2-.5Z" }),
};

/** A family's sign, as the graph draws it. */
function sign(family) {
  const shape = family === "theme" ? "diamond" : (FAMILIES.get(family) ?? { shape: "dot" }).shape;
  return svg("svg", { class: `sign family-${family}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, SHAPES[shape]());
}

/** An act's line, as the graph draws it: its dashes by the act, its colour and ends by the voice. */
function line(act, reported = false, negative = false) {
  const dashes = DASHES[act] ? DASHES[act].join(" ") : null;
  return svg("svg", { class: `line ${reported ? "reported" : "own"}`, viewBox: "0 0 34 10", "aria-hidden": "true" },
    svg("line", { x1: reported ? 5 : 1, y1: 5, x2: 28, y2: 5, "stroke-dasharray": dashes }),
    reported && svg("circle", { cx: 4, cy: 5, r: 2.6 }),
    negative && svg("line", { x1: 16, y1: 0, x2: 16, y2: 10 }),
    svg("path", { d: reported ? "M27 1 33 5 27 9 29 5Z" : "M27 1.5 33 5 27 8.5Z" }));
}
