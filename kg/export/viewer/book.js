// What the page knows: documents, nodes, statements, and how to read their words out of the texts.

import { folded } from "./dom.js";
import { learnShapes } from "./icons.js";

/** @typedef {import("./types").Statement} Statement */
/** @typedef {import("./types").Participant} Participant */
/** @typedef {import("./types").Span} Span */

export const ACTS = ["assertion", "directive", "commitment", "evaluation"];

export class Book {
  /** @param {import("./types").Data} data */
  constructor(data) {
    this.data = data;
    this.documents = data.documents;
    this.nodes = data.nodes;
    this.statements = data.statements;
    this.terms = data.terms;
    this.families = new Map(data.families.map((family) => [family.key, family]));
    learnShapes(data.families);
    /** By node: the statements in which it stands. @type {number[][]} */
    this.standsIn = data.nodes.map(() => []);
    /** By node: the statements that it says. @type {number[][]} */
    this.speaksIn = data.nodes.map(() => []);
    /** By node: the statements whose theme it is. @type {number[][]} */
    this.raisedIn = data.nodes.map(() => []);
    /** By document: its statements, in the order of the text. @type {number[][]} */
    this.heldIn = data.documents.map(() => []);
    this.#index();
    /** By a node's key: its number. */
    this.keys = new Map(data.nodes.map((_, at) => [this.key(at), at]));
    /** By document: the place of each code point in JavaScript's count, null where the two counts are one. */
    this.places = /** @type {(Uint32Array | null | undefined)[]} */ (data.documents.map(() => undefined));
    this.searched = /** @type {(string | undefined)[]} */ (data.statements.map(() => undefined));
    /** @type {Map<string, number[]> | undefined} */
    this.framed = undefined;
    /** @type {Map<number, number[]> | undefined} */
    this.sayers = undefined;
  }

  #index() {
    const into = (/** @type {number[][]} */ lists, /** @type {{node: number}[]} */ ones, /** @type {number} */ at) => {
      for (const { node } of ones) if (lists[node].at(-1) !== at) lists[node].push(at);
    };
    this.statements.forEach((one, at) => {
      into(this.standsIn, this.participants(one), at);
      into(this.speaksIn, this.speakers(one), at);
      into(this.raisedIn, one.themes ?? [], at);
      this.heldIn[one.document].push(at);
    });
  }

  /** Where a code point of a document stands in JavaScript's count, which differs where a text has surrogate pairs.
      @param {number} document @param {number} offset */
  place(document, offset) {
    this.places[document] ??= placesOf(this.documents[document].text);
    return this.places[document]?.[offset] ?? offset;
  }

  /** Words between code points of a document. @param {number} document @param {number} start @param {number} end */
  slice(document, start, end) {
    return this.documents[document].text.slice(this.place(document, start), this.place(document, end));
  }

  /** @param {number} document @param {Span[]} [spans] */
  spanned(document, spans = []) {
    return spans.map(([start, end]) => this.slice(document, start, end)).join(" ");
  }

  /** The words of a participant, or the name of one that no words stand for.
      @param {Statement} one @param {Participant} participant */
  named(one, participant) {
    return participant.spans ? this.spanned(one.document, participant.spans) : this.nodes[participant.node].label;
  }

  /** @param {Statement} one */
  relationWords(one) {
    return this.spanned(one.document, one.relation.spans) || one.relation.lemma;
  }

  /** @param {Statement} one */
  evidence(one) {
    return this.slice(one.document, ...one.evidence);
  }

  /** @param {Statement} one @param {[number, number, number]} [place] */
  sentence(one, place = one.sentence) {
    return this.slice(one.document, place[1], place[2]);
  }

  /** @param {Statement} one */
  isReported(one) {
    return Boolean(one.chain);
  }

  /** The speakers of every link, outermost first. @param {Statement} one @returns {Participant[]} */
  speakers(one) {
    return one.chain ? one.chain.flatMap((link) => link.speakers ?? []) : [];
  }

  /** Who the words are from, in short: the innermost speaker, or the document. @param {Statement} one */
  voice(one) {
    if (!one.chain) return "document voice";
    const innermost = one.chain.at(-1)?.speakers;
    return innermost ? innermost.map(({ node }) => this.nodes[node].label).join(" and ") : "speaker not named";
  }

  /** Subject, object and arguments. @param {Statement} one @returns {Participant[]} */
  participants(one) {
    const sides = one.object ? [one.subject, one.object] : [one.subject];
    return one.arguments ? [...sides, ...one.arguments] : sides;
  }

  /** A term's label, by its key in `terms`. @param {string} key */
  term(key) {
    return this.terms[key]?.label ?? key.replace(/^.*[:/#]/, "").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[-_]/g, " ");
  }

  /** What a search looks through, made when a statement is first searched. @param {number} at */
  haystack(at) {
    const one = this.statements[at];
    this.searched[at] ??= folded([
      this.sentence(one), one.relation.lemma, this.documents[one.document].title,
      ...[...this.participants(one), ...this.speakers(one), ...(one.themes ?? [])].map(({ node }) => this.nodes[node].label),
    ].join("\n"));
    return this.searched[at];
  }

  /** The other statements of the same clause. @param {number} at */
  siblings(at) {
    this.framed ??= grouped(this.statements.map((one, place) => [one.frame, place]));
    return (this.framed.get(this.statements[at].frame) ?? []).filter((other) => other !== at);
  }

  /** The statements whose content this one is. @param {number} at */
  saidIn(at) {
    this.sayers ??= grouped(this.statements.flatMap((one, place) => (one.content ?? []).map((inner) => [inner, place])));
    return this.sayers.get(at) ?? [];
  }

  /** How a node is written in filters and links: its identifier, else its number. @param {number} node */
  key(node) {
    return this.nodes[node].id ?? `~${node}`;
  }
}

/** @param {string} text */
function placesOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return null;
  const places = [];
  let at = 0;
  for (const point of text) {
    places.push(at);
    at += point.length;
  }
  places.push(at);
  return Uint32Array.from(places);
}

/** @template K @param {any[][]} pairs @returns {Map<K, number[]>} */
function grouped(pairs) {
  const groups = new Map();
  for (const [key, value] of pairs) {
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(value);
  }
  return groups;
}
