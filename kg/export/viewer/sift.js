// Which statements are shown, and how many each choice of each facet would show.

import { cut, folded } from "./dom.js";
import { Facet, KINDS } from "./facets.js";

/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown & { counts: Map<string, Uint32Array>, inDates: number[] }} Sifted */

const [NONE, MANY] = [-1, -2]; // facets that stop a statement: none, more than one

export class Sieve {
  /** @param {import("./book.js").Book} book */
  constructor(book) {
    this.book = book;
    this.facets = KINDS.map((kind) => new Facet(kind, book));
  }

  /** @param {string} key */
  facet(key) {
    return /** @type {Facet} */ (this.facets.find((facet) => facet.key === key));
  }

  /** What the state's filters let by. A facet's counts are of what all the others let by, `inDates` of what all but the
      dates let by. @param {State} state @returns {Sifted} */
  sift(state) {
    const { statements } = this.book;
    const active = this.facets.map((facet) => (state.only[facet.key]?.length ? facet.allowed(state.only[facet.key]) : null));
    const counts = this.facets.map((facet) => new Uint32Array(facet.numbers.size));
    const inTime = this.book.documents.map(({ date }) => isWithin(date, state.from, state.until));
    const needle = folded(state.query.trim());
    const mask = new Uint8Array(statements.length);
    const shown = [];
    const inDates = [];
    for (let at = 0; at < statements.length; at += 1) {
      const stopped = this.#passes(at, state.confidence, needle) ? this.#stopped(active, at) : MANY;
      if (stopped === MANY) continue;
      if (stopped === NONE) inDates.push(at);
      if (!inTime[statements[at].document]) continue;
      if (stopped === NONE) {
        mask[at] = 1;
        shown.push(at);
        for (let place = 0; place < counts.length; place += 1) this.facets[place].count(counts[place], at);
      } else this.facets[stopped].count(counts[stopped], at);
    }
    return {
      statements: shown, has: (at) => mask[at] === 1, words: this.words(state), inDates,
      counts: new Map(this.facets.map((facet, place) => [facet.key, counts[place]])),
    };
  }

  /** @param {number} at @param {number} confidence @param {string} needle */
  #passes(at, confidence, needle) {
    if (confidence && (this.book.statements[at].confidence ?? 0) < confidence) return false;
    return !needle || this.book.haystack(at).includes(needle);
  }

  /** The number of the one facet that stops a statement. @param {(Uint8Array | null)[]} active @param {number} at */
  #stopped(active, at) {
    let stopped = NONE;
    for (let place = 0; place < active.length; place += 1) {
      const allowed = active[place];
      if (!allowed || this.facets[place].lets(allowed, at)) continue;
      if (stopped !== NONE) return MANY;
      stopped = place;
    }
    return stopped;
  }

  /** Every filter that is on: what it is called, and the state without it. @param {State} state
      @returns {{ text: string, without: Partial<State> }[]} */
  active(state) {
    const filters = [];
    if (state.query) filters.push({ text: `text: “${cut(state.query, 60)}”`, without: { query: "" } });
    for (const { key, title, kind } of this.facets) {
      for (const value of state.only[key] ?? []) {
        const rest = { ...state.only, [key]: state.only[key].filter((other) => other !== value) };
        filters.push({ text: `${title.toLowerCase()}: ${cut(kind.name(this.book, value), 60)}`, without: { only: rest } });
      }
    }
    if (state.from) filters.push({ text: `from ${state.from}`, without: { from: "" } });
    if (state.until) filters.push({ text: `until ${state.until}`, without: { until: "" } });
    if (state.confidence) filters.push({ text: `confidence at least ${state.confidence.toFixed(2)}`, without: { confidence: 0 } });
    return filters;
  }

  /** @param {State} state */
  words(state) {
    return this.active(state).map(({ text }) => text).join("; ");
  }
}

/** Whether a date, at its precision, can lie between two; one that is not known lies in no bounded range.
    @param {string | undefined} date @param {string} from @param {string} until */
function isWithin(date, from, until) {
  if (!from && !until) return true;
  if (!date) return false;
  return (!from || date >= from.slice(0, date.length)) && (!until || date <= until || until.startsWith(date));
}
