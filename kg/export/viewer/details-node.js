// A node in the details pane: an entity with its names, offices and statements by act, or a theme with who speaks on it.

import { facts, listed, nodeButton } from "./details-parts.js";
import { ACTS } from "./book.js";
import { button, capital, counted, cut, el, number, words } from "./dom.js";
import { line, sign } from "./icons.js";
import { shortest } from "./paths.js";
import { without } from "./state.js";
import { term } from "./terms.js";

/** @typedef {import("./details-parts.js").Desk} Desk */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */

const OFFICE = /holdsOffice$/; // of the ontology's relation between who holds an office and the office

/** @param {Desk} desk @param {number} at @param {State} state @param {Shown} shown */
export function nodeView(desk, at, state, shown) {
  const { book } = desk;
  const node = book.nodes[at];
  const isTheme = node.family === "theme";
  const kind = isTheme ? term(book, node.id ?? "", "Theme") : node.class ? term(book, node.class, capital(book.term(node.class))) : book.families.get(node.family)?.label ?? "";
  const all = isTheme ? book.raisedIn[at] : [...new Set([...book.speaksIn[at], ...book.standsIn[at]])];
  return [
    el("p", { class: "kicker" }, sign(node.family), kind), el("h2", { class: "title" }, words(node.label)),
    following(desk, at, state), connection(desk, at, state, shown),
    facts([
      ["Also", node.aliases?.length ? words(node.aliases.join(", ")) : null],
      ["Offices", among(desk, offices(book, at, "subject"))],
      ["Held by", among(desk, offices(book, at, "object"))],
      ["Identifier", node.id && el("code", {}, cut(node.id))],
    ]),
    desk.take(all),
    ...(isTheme ? themeGroups(desk, at, shown) : entityGroups(desk, at, shown)),
    ...(node.merges?.length ? [el("h3", {}, "Names taken for it, and why"), el("ul", { class: "plain" }, node.merges.map((reason) => el("li", {}, words(reason))))] : []),
  ];
}

/** What can be done with a node. @param {Desk} desk @param {number} at @param {State} state */
function following({ book, actions }, at, state) {
  const key = book.key(at);
  const toggle = (/** @type {"expanded" | "pinned" | "hidden"} */ list, /** @type {string} */ on, /** @type {string} */ off) => {
    const isOn = state[list].includes(at);
    const rest = state[list].filter((other) => other !== at);
    return button(isOn ? off : on, () => actions.set({ [list]: isOn ? rest : [...rest, at] }), { "aria-pressed": String(isOn), "data-do": list });
  };
  const isTheme = book.nodes[at].family === "theme";
  const from = state.options["path.from"];
  const start = from === undefined ? undefined : book.keys.get(from);
  const connect = isTheme ? null : start !== undefined && start !== at
    ? button(`Connect with ${cut(book.nodes[start].label, 30)}`, () => actions.set({ path: [start, at], options: without(state.options, "path.from") }), { "data-do": "connect" })
    : button("Connect with…", () => {
      actions.set({ options: { ...state.options, "path.from": key } });
      actions.announce("Choose the other node, then press Connect");
    }, { "data-do": "connect-from", "aria-pressed": String(start === at) });
  return el("div", { class: "deeds", role: "group", "aria-label": "Follow" },
    button(isTheme ? "Only statements on it" : "Only statements with it", () => actions.narrow(isTheme ? { theme: [key] } : { with: [key] }), { "data-do": "only" }),
    toggle("expanded", "Expand", "Fold"), toggle("pinned", "Pin", "Unpin"), toggle("hidden", "Hide", "Show again"), connect);
}

/** The shortest connection that is asked for, where this node is one of its ends.
    @param {Desk} desk @param {number} at @param {State} state @param {Shown} shown */
function connection(desk, at, state, shown) {
  const { book, actions } = desk;
  if (!state.path?.includes(at)) return null;
  const [from, to] = state.path;
  const found = shortest(book, from, to, shown);
  const names = `${cut(book.nodes[from].label, 60)} and ${cut(book.nodes[to].label, 60)}`;
  return el("section", { class: "connection", "aria-label": "Connection" },
    el("h3", {}, found ? `${counted(found.statements.length, "statement")} ${found.statements.length === 1 ? "connects" : "connect"} ${names}` : `Nothing that is shown connects ${names}`),
    found && listed(desk, found.statements),
    button("Let go of the connection", () => actions.set({ path: null }), { class: "link" }));
}

/** The other side of a node's "holds office" statements of the documents themselves.
    @param {import("./book.js").Book} book @param {number} at @param {"subject" | "object"} side */
function offices(book, at, side) {
  const held = book.standsIn[at].map((place) => book.statements[place]).filter((one) => OFFICE.test(one.relation.predicate ?? "") && !one.chain && one[side]?.node === at);
  return [...new Set(held.flatMap((one) => (side === "subject" ? one.object?.node ?? [] : one.subject.node)))];
}

/** @param {Desk} desk @param {number[]} nodes */
function among(desk, nodes) {
  return nodes.length ? el("span", { class: "nodes" }, nodes.slice(0, 40).map((node) => nodeButton(desk, node)), nodes.length > 40 && ` and ${nodes.length - 40} more`) : null;
}

/** @param {Desk} desk @param {number} at @param {Shown} shown */
function entityGroups(desk, at, shown) {
  const { book } = desk;
  const stands = book.standsIn[at].filter((one) => shown.has(one));
  const byAct = ACTS.map((act) => /** @type {const} */ ([act, stands.filter((one) => book.statements[one].act === act)]));
  /** @type {[string, number[], number, Node | null][]} */
  const groups = [["Says", book.speaksIn[at].filter((one) => shown.has(one)), book.speaksIn[at].length, null],
    ...byAct.map(([act, list]) => /** @type {[string, number[], number, Node]} */ ([`Stands in ${act}s`, list, book.standsIn[at].filter((one) => book.statements[one].act === act).length, line(act)]))];
  return groups.filter(([, , total]) => total).flatMap(([title, list, total, icon]) => [head(title, list.length, total, icon), listed(desk, list, 6)]);
}

/** @param {Desk} desk @param {number} at @param {Shown} shown */
function themeGroups(desk, at, shown) {
  const { book } = desk;
  const list = book.raisedIn[at].filter((one) => shown.has(one));
  /** @type {Map<number, number>} */
  const voices = new Map();
  for (const one of list) for (const { node } of book.speakers(book.statements[one])) voices.set(node, (voices.get(node) ?? 0) + 1);
  const own = list.filter((one) => !book.statements[one].chain).length;
  const ranked = [...voices].sort(([a, many], [b, others]) => others - many || a - b);
  return [
    head("Who speaks on it", ranked.length, ranked.length, null, "speaker"),
    el("ul", { class: "plain" }, ranked.slice(0, 40).map(([node, many]) => el("li", {}, nodeButton(desk, node), el("small", {}, counted(many, "statement")))),
      ranked.length > 40 && el("li", { class: "quiet" }, `and ${number(ranked.length - 40)} more: the filters list all speakers`),
      own > 0 && el("li", {}, "The documents themselves", el("small", {}, counted(own, "statement")))),
    head("Statements on it", list.length, book.raisedIn[at].length, null), listed(desk, list),
  ];
}

/** @param {string} title @param {number} shown @param {number} total @param {Node | null} icon @param {string} [unit] */
function head(title, shown, total, icon, unit = "statement") {
  return el("h3", {}, icon, `${title}: ${shown === total ? counted(total, unit) : `${shown} of ${counted(total, unit)}`}`);
}
