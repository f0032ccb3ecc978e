// A reader's judgements of statements. They are kept in the browser, by the graph, and leave it as decisions.csv.

import { csv } from "./csv.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {"right" | "wrong" | "fix"} Verdict */
/** @typedef {{ verdict: Verdict, field: string, value: string, note: string }} Decision */

export const COLUMNS = ["anchor", "statement", "document", "verdict", "field", "value", "note", "evidence"];
export const FIELDS = ["subject", "relation", "object", "speaker", "act", "deontic", "polarity", "modality", "stance", "valence", "theme"];

export class Decisions {
  /** @param {Book} book @param {() => void} changed */
  constructor(book, changed) {
    this.book = book;
    this.changed = changed;
    this.key = `policy-kg decisions ${book.data.graph}`;
    /** By statement's id. @type {Map<string, Decision>} */
    this.all = new Map();
    /** Whether the browser keeps them when the page is closed. */
    this.isKept = true;
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "{}");
      for (const [id, decision] of Object.entries(kept)) if (isDecision(decision)) this.all.set(id, decision);
    } catch {
      this.isKept = false; // storage is denied or spoilt: the judgements last as long as the page
    }
  }

  /** @param {number} at @returns {Decision | undefined} */
  of(at) {
    return this.all.get(this.book.statements[at].id);
  }

  /** @param {number} at @param {Decision | null} decision null takes the judgement back */
  set(at, decision) {
    const { id } = this.book.statements[at];
    if (decision) this.all.set(id, decision);
    else this.all.delete(id);
    try {
      localStorage.setItem(this.key, JSON.stringify(Object.fromEntries(this.all)));
    } catch {
      this.isKept = false;
    }
    this.changed();
  }

  /** decisions.csv: a row for each statement that is judged, in the statements' order. */
  csv() {
    const rows = this.book.statements.flatMap((one) => {
      const decision = this.all.get(one.id);
      if (!decision) return [];
      const { verdict, field, value, note } = decision;
      const fixed = verdict === "fix" ? [field, value] : ["", ""];
      return [[one.anchor, one.id, this.book.documents[one.document].id, verdict, ...fixed, note, this.book.evidence(one)]];
    });
    return csv([COLUMNS, ...rows]);
  }
}

/** @param {unknown} given @returns {given is Decision} */
function isDecision(given) {
  const one = /** @type {Record<string, unknown>} */ (given ?? {});
  return ["right", "wrong", "fix"].includes(String(one.verdict)) && ["field", "value", "note"].every((name) => typeof one[name] === "string");
}
