// The documents' dates as a histogram: dragging over it takes a range, as do the two fields below it.

import { binned } from "./bins.js";
import { button, counted, el, svg } from "./dom.js";

/** @typedef {import("./book.js").Book} Book */

const [WIDTH, HEIGHT] = [220, 46]; // of the drawing, in its own units

export class Dates {
  /** @param {Book} book @param {(change: { from: string, until: string }) => void} set */
  constructor(book, set) {
    this.book = book;
    this.set = set;
    const dates = book.documents.flatMap(({ date }) => (/^\d{4}/.test(date ?? "") ? [/** @type {string} */ (date)] : [])).sort();
    this.bins = binned(dates);
    this.undated = book.documents.length - dates.length;
    this.drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "histogram", role: "img", preserveAspectRatio: "none" });
    const field = (/** @type {"from" | "until"} */ name) => el("input", { type: "date", id: `date-${name}`, min: this.bins[0]?.from, max: this.bins.at(-1)?.until,
      onchange: () => this.set({ from: this.from.value, until: this.until.value }) });
    this.from = field("from");
    this.until = field("until");
    this.note = el("p", { class: "quiet" });
    this.whole = button("All dates", () => this.set({ from: "", until: "" }), { class: "link", hidden: true });
    this.root = el("details", { class: "facet", "data-facet": "date", open: true, hidden: !dates.length }, el("summary", {}, el("span", {}, "Date of document")),
      this.drawing, el("div", { class: "ends" }, el("span", {}, this.bins[0]?.label ?? ""), el("span", {}, this.bins.at(-1)?.label ?? "")),
      el("div", { class: "range" }, el("label", { for: "date-from" }, "from"), this.from, el("label", { for: "date-until" }, "until"), this.until), this.note, this.whole);
    this.drawing.addEventListener("pointerdown", (event) => this.#drag(event));
  }

  /** @param {number[]} statements that all other filters let by @param {string} from @param {string} until */
  update(statements, from, until) {
    const counts = new Map(this.bins.map((bin) => [bin.label, 0]));
    let undated = 0;
    for (const at of statements) {
      const date = this.book.documents[this.book.statements[at].document].date;
      const bin = date && this.bins.length ? this.bins[0].of(date) : "";
      if (counts.has(bin)) counts.set(bin, (counts.get(bin) ?? 0) + 1);
      else undated += 1;
    }
    const most = Math.max(1, ...counts.values());
    const wide = WIDTH / Math.max(1, this.bins.length);
    this.drawing.replaceChildren(svg("title", {}, "Statements by the date of their document"), ...this.bins.map((bin, at) => {
      const isIn = (!from || bin.until >= from) && (!until || bin.from <= until);
      const many = counts.get(bin.label) ?? 0;
      const tall = many ? Math.max(2, (many / most) * (HEIGHT - 4)) : 0;
      return svg("g", { class: isIn ? "bar in" : "bar" }, svg("title", {}, `${bin.label}: ${counted(many, "statement")}`),
        svg("rect", { class: "slot", x: at * wide, y: 0, width: wide, height: HEIGHT }),
        svg("rect", { class: "full", x: at * wide + 0.5, y: HEIGHT - tall, width: Math.max(1, wide - 1), height: tall }));
    }));
    this.from.value = from;
    this.until.value = until;
    this.whole.hidden = !from && !until;
    this.note.textContent = undated ? `${counted(undated, "statement")} of documents without a date` : "";
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    const box = this.drawing.getBoundingClientRect();
    const at = (/** @type {PointerEvent} */ one) => Math.max(0, Math.min(this.bins.length - 1, Math.floor(((one.clientX - box.left) / box.width) * this.bins.length)));
    const first = at(event);
    this.drawing.setPointerCapture(event.pointerId);
    const light = (/** @type {number} */ last) => this.drawing.querySelectorAll(".bar").forEach((bar, place) =>
      bar.classList.toggle("in", place >= Math.min(first, last) && place <= Math.max(first, last)));
    const move = (/** @type {PointerEvent} */ one) => light(at(one));
    light(first);
    this.drawing.addEventListener("pointermove", move);
    this.drawing.addEventListener("pointerup", (one) => {
      this.drawing.removeEventListener("pointermove", move);
      const last = at(one);
      this.set({ from: this.bins[Math.min(first, last)].from, until: this.bins[Math.max(first, last)].until });
    }, { once: true });
  }
}
