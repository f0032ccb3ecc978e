// Speakers and themes: who speaks on what, how often. Speakers stand on the left, themes on the right, a line between them
// is as wide as the clauses in which the one speaks on the other are many.

import { counted, cut, el, fill, number, svg } from "./dom.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {{ key: string, label: string, node: number | null, weight: number }} End */

const ISSUER = "issuer "; // before the name of an issuer, who speaks where a document does
const [LEAST, MOST] = [10, 30]; // speakers and themes that are drawn: as many as the pane has room for
const ROW = 20; // from name to name
const [WIDEST, NARROWEST] = [14, 1.2]; // of lines

/** @type {import("./types").ViewKind} */
export const speakers = { key: "speakers", title: "Speakers × themes", create: (root, book, actions) => new Speakers(root, book, actions) };

class Speakers {
  /** @param {HTMLElement} root @param {Book} book @param {import("./types").Actions} actions */
  constructor(root, book, actions) {
    this.book = book;
    this.actions = actions;
    this.told = "";
    this.drawing = svg("svg", { class: "pairs" });
    this.list = el("div", { class: "pairs-pane" }, this.drawing);
    root.append(this.list);
    /** @type {Shown | null} */
    this.shown = null;
    new ResizeObserver(() => this.#draw()).observe(root);
  }

  /** @param {import("./types").State} state @param {Shown} shown */
  update(state, shown) {
    this.chosen = state.chosen?.kind === "node" ? state.chosen.at : null;
    this.statement = state.chosen?.kind === "statement" ? state.chosen.at : null;
    if (shown !== this.shown) this.counts = tallied(this.book, shown);
    this.shown = shown;
    this.#draw();
  }

  /** Lights the lines of a statement that the pointer is on elsewhere. @param {number | null} at */
  light(at) {
    for (const one of this.drawing.querySelectorAll(".hovered")) one.classList.remove("hovered");
    if (at === null) return;
    const { voices, themes } = pairsOf(this.book, at);
    for (const one of this.drawing.querySelectorAll(".pair")) {
      if (voices.includes(one.getAttribute("data-voice") ?? "") && themes.includes(one.getAttribute("data-theme") ?? "")) one.classList.add("hovered");
    }
  }

  caption() {
    return this.told;
  }

  svg() {
    return this.drawing;
  }

  #draw() {
    const { counts, list } = this;
    if (!counts || !list.clientWidth) return;
    const many = Math.max(LEAST, Math.min(MOST, Math.floor((list.clientHeight - 4) / ROW)));
    const voices = counts.voices.slice(0, many);
    const themes = counts.themes.slice(0, many);
    this.told = `Lines are clauses on a theme: violet a speaker’s, grey the document’s own, its issuer’s. ${number(voices.length)} of ${counted(counts.voices.length, "voice")}, ${number(themes.length)} of ${counted(counts.themes.length, "theme")}, the weightiest.`;
    const rows = Math.max(voices.length, themes.length, 1);
    const [width, height] = [list.clientWidth, Math.max(list.clientHeight - 4, rows * ROW)];
    const side = Math.min(230, width * (width < 480 ? 0.4 : 0.33));
    const places = (/** @type {End[]} */ ends) => new Map(ends.map((one, at) => [one.key, ((at + 0.5) * height) / ends.length]));
    const [left, right] = [places(voices), places(themes)];
    const drawn = counts.pairs.filter(({ voice, theme }) => left.has(voice) && right.has(theme)).sort((a, b) => a.weight - b.weight);
    const most = Math.max(1, ...drawn.map(({ weight }) => weight));
    const lit = this.#lit();
    for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) this.drawing.setAttribute(name, String(value));
    fill(this.drawing, svg("title", {}, "Speakers and the themes that they speak on"),
      drawn.map((pair) => this.#line(pair, side, width - side, left.get(pair.voice) ?? 0, right.get(pair.theme) ?? 0, most, lit)),
      voices.map((one) => this.#name(one, side - 8, left.get(one.key) ?? 0, "end", side, lit)),
      themes.map((one) => this.#name(one, width - side + 8, right.get(one.key) ?? 0, "start", side, lit)));
  }

  /** The keys of what is chosen, null where nothing is that is drawn. */
  #lit() {
    if (this.statement !== null && this.statement !== undefined) {
      const of = pairsOf(this.book, this.statement);
      return of.themes.length ? new Set([...of.voices, ...of.themes]) : null;
    }
    return this.chosen === null || this.chosen === undefined ? null : new Set([this.book.key(this.chosen)]);
  }

  /** @param {{ voice: string, theme: string, weight: number }} pair @param {number} x1 @param {number} x2 @param {number} y1
      @param {number} y2 @param {number} most @param {Set<string> | null} lit */
  #line({ voice, theme, weight }, x1, x2, y1, y2, most, lit) {
    const bend = (x2 - x1) / 2;
    const isLit = lit && (this.statement !== null ? lit.has(voice) && lit.has(theme) : lit.has(voice) || lit.has(theme));
    const { counts } = this;
    const told = `${counts?.labels.get(voice)} · ${counts?.labels.get(theme)}: ${counted(weight, "clause")}`;
    const press = () => this.actions.narrow({ ...voiceFilter(voice), theme: [theme] });
    return svg("path", { class: `pair ${voice.startsWith(ISSUER) ? "own" : "reported"}${isLit ? " lit" : lit ? " dim" : ""}`,
      d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`, fill: "none",
      "stroke-width": NARROWEST + (WIDEST - NARROWEST) * Math.sqrt((weight - 1) / most), "data-voice": voice, "data-theme": theme, onclick: press },
    svg("title", {}, told));
  }

  /** @param {End} one @param {number} x @param {number} y @param {"start" | "end"} anchor @param {number} room @param {Set<string> | null} lit */
  #name(one, x, y, anchor, room, lit) {
    const press = () => (one.node === null ? this.actions.narrow(voiceFilter(one.key)) : this.actions.choose({ kind: "node", at: one.node }));
    const most = Math.max(6, Math.floor((room - 40) / 6.4));
    const family = one.node === null ? "own" : this.book.nodes[one.node].family;
    return svg("g", { class: `end-name${lit?.has(one.key) ? " lit" : ""}`, role: "button", tabindex: 0, "data-key": one.key,
      onclick: press, onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press();
        /** @type {SVGElement | null} */ (this.drawing.querySelector(`[data-key="${CSS.escape(one.key)}"]`))?.focus();
      } },
    svg("circle", { class: `family-${family}`, cx: anchor === "end" ? x + 4 : x - 4, cy: y, r: 4.5 }),
    svg("text", { x: anchor === "end" ? x - 5 : x + 5, y, "text-anchor": anchor, "dominant-baseline": "central" }, cut(one.label, most),
      svg("tspan", { class: "weight" }, `  ${number(one.weight)}`)), svg("title", {}, `${cut(one.label)}: ${counted(one.weight, "clause")}`));
  }
}

/** The voices and themes of a statement, as filters write them. @param {Book} book @param {number} at */
function pairsOf(book, at) {
  const one = book.statements[at];
  const named = (one.chain?.at(-1)?.speakers ?? []).map(({ node }) => book.key(node));
  const voices = !one.chain ? [`${ISSUER}${book.documents[one.document].issuer ?? ""}`] : named.length ? named : ["unnamed"];
  return { voices, themes: (one.themes ?? []).map(({ node }) => book.key(node)) };
}

/** The filter that lets by what one voice says. @param {string} voice @returns {Record<string, string[]>} */
function voiceFilter(voice) {
  return voice.startsWith(ISSUER) ? { speaker: ["document"], issuer: [voice.slice(ISSUER.length) || "none"] } : { speaker: [voice] };
}

/** How often who speaks on what; statements of one clause count once. @param {Book} book @param {Shown} shown */
function tallied(book, shown) {
  /** @type {Map<string, Set<string>>} */
  const pairs = new Map();
  /** @type {Map<string, Set<string>>} */
  const ends = new Map();
  const into = (/** @type {Map<string, Set<string>>} */ map, /** @type {string} */ key, /** @type {string} */ frame) => {
    let set = map.get(key);
    if (!set) map.set(key, (set = new Set()));
    set.add(frame);
  };
  for (const at of shown.statements) {
    const { frame } = book.statements[at];
    const { voices, themes } = pairsOf(book, at);
    for (const theme of themes) {
      into(ends, `t ${theme}`, frame);
      for (const voice of voices) {
        into(pairs, `${voice}\u001f${theme}`, frame);
        into(ends, `v ${voice}`, frame);
      }
    }
  }
  const side = (/** @type {string} */ prefix) => [...ends].filter(([key]) => key.startsWith(prefix)).map(([key, frames]) => endOf(book, key.slice(2), frames.size))
    .sort((a, b) => b.weight - a.weight || (a.label < b.label ? -1 : 1));
  const [voices, themes] = [side("v "), side("t ")];
  return {
    voices, themes, labels: new Map([...voices, ...themes].map(({ key, label }) => [key, label])),
    pairs: [...pairs].map(([key, frames]) => ({ voice: key.split("\u001f")[0], theme: key.split("\u001f")[1], weight: frames.size })),
  };
}

/** @param {Book} book @param {string} key @param {number} weight @returns {End} */
function endOf(book, key, weight) {
  const node = book.keys.get(key) ?? null;
  const issued = key.startsWith(ISSUER) ? key.slice(ISSUER.length) || "Issuer not known" : "Speaker not named";
  const label = node === null ? issued : book.nodes[node].label;
  return { key, label, node, weight };
}
