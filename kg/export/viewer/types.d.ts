// The shapes that pass between the page's modules: its data, its state, and what a view is. Read by tsc alone.

export type Span = [number, number];
/** A document's, statement's or node's place in its list. */
export type At = number;
export type Act = "assertion" | "directive" | "commitment" | "evaluation";

export interface DocumentRow {
  id: string; title: string; text: string; issuer?: string; date?: string; genre?: string; country?: string;
  language?: string; url?: string; source?: string; sentences?: Span[];
}
export interface Value { kind: string; value: string; unit?: string; precision?: string; approximate?: boolean }
export interface Participant { node: At; spans?: Span[]; value?: Value; implied?: boolean; via?: string }
export interface Argument extends Participant { role: string; preposition?: string }
export interface Words { text: string; spans?: Span[] }
export interface Link {
  speakers?: Participant[]; cue?: Words; mode: string; explicit?: boolean; sentence: [number, number, number];
}
export interface Relation { spans?: Span[]; lemma: string; voice: string; predicate?: string }
export interface ThemeMention { node: At; spans?: Span[]; primary?: boolean }
export interface Statement {
  id: string; frame: string; anchor: string; document: At; sentence: [number, number, number]; subject: Participant;
  relation: Relation; object?: Participant; arguments?: Argument[]; content?: At[]; chain?: Link[]; act: Act;
  deontic?: string; strength?: number; form?: string; polarity: string; modality: string; hedge?: Words;
  stance?: string; valence?: string; time?: Value; themes?: ThemeMention[]; evidence: Span; rule: string;
  confidence?: number;
  /** Subject, predicate and object of the RDF statement as Turtle writes them, or by their node; no object, two. */
  claim?: (string | At)[];
}
export interface NodeRow {
  label: string; family: string;
  /** Class of the ontology, a key of `terms`. */
  class?: string;
  /** The IRI as a CURIE: of entities, themes, phrases and addressees; values and ends have none. */
  id?: string;
  /** Whether it is an entity: one node over all documents. */
  entity?: boolean;
  aliases?: string[]; merges?: string[];
}
export interface Term { label: string; definition?: string; broader?: string[] }
export interface Family { key: string; label: string; shape: string }
export interface DrawnNode { id: At; x: number; y: number; size: number; degree: number; shape: string; label: string; family: string }
export interface DrawnEdge {
  from: At; to: At; kind: "object" | "argument" | "end" | "theme" | "group"; statements: At[]; width: number;
  /** Of a line between groups: what it counts. */
  weight?: number;
  smooth: false | { type: string; roundness: number };
}
export interface Data {
  /** Identifies the graph: a hash over its statements' ids. */
  graph: string;
  title: string; version: string; prefixes: Record<string, string>;
  documents: DocumentRow[]; families: Family[]; nodes: NodeRow[]; statements: Statement[];
  /** By CURIE, or "act/directive", "deontic/obligation", "mode/direct" and the like. */
  terms: Record<string, Term>;
  drawn: number; network: { nodes: DrawnNode[]; edges: DrawnEdge[]; options: object };
}

/** The data as the page holds them: see kg/export/page_packing.py. */
export interface Packed extends Omit<Data, "nodes" | "statements"> {
  nodes: any[][]; statements: any[][];
  packing: { words: string[]; shapes: [key: string, kind: "row" | "rows" | "word" | "terms" | "path" | "sentence" | null][][] };
}

/** What is chosen: a statement, a node (a theme too), or a document. */
export interface Chosen { kind: "statement" | "node" | "document"; at: At }
export type Sort = [column: string, direction: 1 | -1];

/** All that a link reopens; kept in the URL's fragment. A facet that is not in `only` lets everything by. */
export interface State {
  view: string;
  chosen: Chosen | null;
  query: string;
  /** By facet: the values that are let by; a theme counts with those below it. */
  only: Record<string, string[]>;
  /** Dates of documents, ISO, inclusive; "" is open. */
  from: string; until: string;
  /** Confidence at least, 0 to 1; 0 lets those without one by. */
  confidence: number;
  sort: Sort;
  /** Nodes of the network view. */
  hidden: At[]; pinned: At[]; expanded: At[];
  /** The two ends of a shortest connection that is asked for. */
  path: [At, At] | null;
  /** The rest of a view's own choices ("rows", "columns", "measure"), by "view.name". */
  options: Record<string, string>;
}

/** What the filters let by. */
export interface Shown {
  statements: At[];
  /** By statement: whether it is let by. */
  has: (at: At) => boolean;
  /** "stance: support; from 2021-01-01": the filters in words, "" where there are none. */
  words: string;
}

export interface Actions {
  /** Changes some of the state, keeps it in the fragment and tells everyone; `replace` makes no step to go back to. */
  set: (change: Partial<State>, replace?: boolean) => void;
  choose: (chosen: Chosen | null) => void;
  /** Lights a statement for as long as the pointer is on it; null lets go. */
  hover: (at: At | null) => void;
  /** Lets by only these values of a facet: a cell of a matrix, say. */
  narrow: (only: Record<string, string[]>) => void;
  announce: (text: string) => void;
}

/** A view of the picture pane. `create` builds it once, when it is first opened. */
export interface ViewKind {
  key: string;
  title: string;
  create: (root: HTMLElement, book: import("./book.js").Book, actions: Actions) => View;
}
export interface View {
  /** Called on every change of state while the view is open, and when it is opened. */
  update: (state: State, shown: Shown) => void;
  /** What its marks are, and how much of how much it draws: "Edges are statements. 300 of 4,310 drawn, the best connected." */
  caption: () => string;
  /** For taking away; the caption is added by the caller. Width and height in pixels. */
  svg: () => SVGSVGElement;
  /** Lights a statement, null none. */
  light?: (at: At | null) => void;
}

declare global {
  /** vis-network, which the page holds as a script of its own. */
  const vis: { DataSet: new () => any; Network: new (root: HTMLElement, sets: object, options: object) => any };
}
