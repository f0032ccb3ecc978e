// The network of statements: nodes are who and what stands in them, lines are statements. Drawn by vis-network, on a canvas.

import { button, counted, cut, el, number } from "./dom.js";
import { line, sign } from "./icons.js";
import { Edges, follows } from "./network-edges.js";
import { grouped, toldOf } from "./network-groups.js";
import { dot, edgeLook, nodeLook, readColours } from "./network-looks.js";
import { Names, NEAR } from "./network-names.js";
import { settle } from "./network-places.js";
import { networkSvg } from "./network-svg.js";
import { shortest } from "./paths.js";
import { without } from "./state.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {import("./network-looks.js").Dot} Dot */

const LOOSE = { enabled: true, solver: "forceAtlas2Based", stabilization: { enabled: true, iterations: 100, updateInterval: 25 } };
const GROUPINGS = { theme: "themes", type: "types", connected: "the best connected" }; // what is drawn of too many statements
const GLIDE = matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 300, easingFunction: "easeInOutQuad" };

/** @type {import("./types").ViewKind} */
export const network = { key: "network", title: "Network", create: (root, book, actions) => new Network(root, book, actions) };

class Network {
  /** @param {HTMLElement} root @param {Book} book @param {import("./types").Actions} actions */
  constructor(root, book, actions) {
    this.book = book;
    this.actions = actions;
    this.edges = new Edges(book);
    this.places = new Map(book.data.network.nodes.map(({ id, x, y }) => [id, { x, y }]));
    /** @type {Map<number, Dot>} */
    this.given = new Map(book.data.network.nodes.map((node) => [node.id, node]));
    /** @type {import("./network-names.js").Scene} */
    this.scene = { nodes: new Map(), edges: [], lit: null };
    this.colours = readColours(book.families.keys());
    /** What is drawn in place of statements that are too many. @type {import("./network-groups.js").Grouped | null} */
    this.groups = null;
    this.key = "";
    this.stretch = 1;
    this.swell = 1;
    this.sets = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
    this.pane = el("div", { class: "canvas", id: "canvas", role: "img", "aria-label": "The network of the statements that are shown; the table holds the same" });
    this.hover = el("p", { class: "hover", "aria-hidden": "true" });
    root.append(this.pane, this.hover, legend(book), this.#tools());
    this.vis = new vis.Network(this.pane, this.sets, book.data.network.options);
    Object.assign(this.pane, { network: this.vis }); // within reach of a reader's console and of the tests
    this.pane.querySelector(".vis-network")?.setAttribute("tabindex", "-1"); // the table is the way for keys
    this.names = new Names(book, this.vis);
    this.vis.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => this.names.draw(context, this.scene, this.colours));
    this.#listen();
    new ResizeObserver(() => this.state && this.#fit()).observe(this.pane);
  }

  #listen() {
    const { actions, book } = this;
    const tell = (/** @type {string} */ text) => { this.hover.textContent = text; };
    this.vis.on("click", (/** @type {{ nodes: number[], edges: string[] }} */ { nodes, edges }) => {
      const group = this.groups?.opens.get(nodes[0]);
      if (group) actions.narrow({ [group.facet]: [group.value] });
      else if (!this.groups) actions.choose(this.#pressed(nodes, edges));
    });
    this.vis.on("doubleClick", (/** @type {{ nodes: number[] }} */ { nodes: [node] }) => {
      if (node >= 0 && this.state && !this.state.expanded.includes(node)) actions.set({ expanded: [...this.state.expanded, node] });
    });
    this.vis.on("hoverNode", (/** @type {{ node: number }} */ { node }) => tell(cut(book.nodes[node]?.label ?? this.scene.nodes.get(node)?.label.split("\n")[0] ?? "")));
    this.vis.on("hoverEdge", (/** @type {{ edge: string }} */ { edge }) => tell(this.#told(edge)));
    for (const event of ["blurNode", "blurEdge"]) this.vis.on(event, () => tell(""));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.colours = readColours(book.families.keys());
      this.#paint();
    });
  }

  #tools() {
    const zoom = (/** @type {number} */ factor) => this.vis.moveTo({ scale: this.vis.getScale() * factor, animation: GLIDE });
    const themes = el("input", { type: "checkbox", id: "theme-nodes", checked: true, onchange: () => {
      const options = without(this.state?.options ?? {}, "network.themes");
      this.actions.set({ options: themes.checked ? options : { ...options, "network.themes": "no" } }, true);
    } });
    this.themes = themes;
    this.themesLabel = el("label", {}, themes, "themes");
    const loosen = button("Loosen", () => {
      const isLoose = loosen.getAttribute("aria-pressed") !== "true";
      loosen.setAttribute("aria-pressed", String(isLoose));
      this.#loosen(isLoose);
    }, { "aria-pressed": "false", id: "loosen" });
    const group = el("select", { id: "network-group", onchange: () => this.actions.set({ options: { ...this.state?.options, "network.group": group.value } }) },
      Object.entries(GROUPINGS).map(([value, label]) => el("option", { value }, label)));
    this.grouping = el("label", { hidden: true }, "Draw ", group);
    this.groupSelect = group;
    return el("div", { class: "tools network-tools", role: "group", "aria-label": "View of the network" }, this.grouping, this.themesLabel,
      button("+", () => zoom(1.4), { "aria-label": "Zoom in" }), button("−", () => zoom(1 / 1.4), { "aria-label": "Zoom out" }),
      button("Fit", () => this.#fit()), loosen);
  }

  /** @param {State} state @param {Shown} shown */
  update(state, shown) {
    const path = state.path ? shortest(this.book, ...state.path, shown) : null;
    const key = [shown.words, state.hidden, state.pinned, state.expanded, state.path, state.options["network.themes"], state.options["network.group"]].join("|");
    const isNew = key !== this.key;
    this.key = key;
    this.state = state;
    this.shown = shown;
    this.path = path;
    if (this.themes) this.themes.checked = state.options["network.themes"] !== "no";
    if (isNew) this.#stage(path?.statements ?? []);
    this.#light();
    this.#paint();
    if (isNew) this.#fit();
    else this.#look();
  }

  /** Shows all, its signs swollen where that makes them small, and spread out where the pane is wide. */
  #fit() {
    const { clientWidth, clientHeight } = this.pane;
    if (!clientHeight) return;
    this.stretch = Math.min(2.2, Math.max(1, clientWidth / clientHeight));
    this.#paint();
    this.vis.fit();
    this.swell = Math.min(1.9, Math.max(1, 0.4 / this.vis.getScale()));
    this.#paint();
  }

  /** @param {number} node */
  #place(node) {
    const place = this.groups?.places.get(node) ?? this.places.get(node);
    return place && { x: place.x * this.stretch, y: place.y };
  }

  /** Puts what is to be drawn on the stage. @param {number[]} path statements */
  #stage(path) {
    const { state, shown, book } = this;
    if (!state || !shown) return;
    const isTooMuch = this.edges.isTooMuch(shown) && !follows(state);
    const by = state.options["network.group"] ?? "theme";
    this.groups = isTooMuch && by !== "connected" ? grouped(book, state, shown, by) : null;
    if (this.grouping) this.grouping.hidden = !isTooMuch;
    if (this.groupSelect) this.groupSelect.value = by;
    if (this.themesLabel) this.themesLabel.hidden = this.groups !== null;
    if (this.groups) {
      this.#set(this.groups.nodes, this.groups.edges);
      return;
    }
    this.drawn = this.edges.statements(state, shown, path);
    const edges = this.edges.of(this.drawn, state.options["network.themes"] !== "no", new Set(state.hidden));
    /** @type {Map<number, number>} */
    const degrees = new Map(state.pinned.map((node) => [node, 0]));
    for (const { from, to } of edges) for (const node of [from, to]) degrees.set(node, (degrees.get(node) ?? 0) + 1);
    const nodes = new Map([...degrees].map(([node, degree]) => [node, this.given.get(node) ?? dot(book, node, degree)]));
    settle(nodes.keys(), edges, this.places);
    this.#set(nodes, edges);
  }

  /** @param {Map<number, Dot>} nodes @param {import("./network-edges.js").Edge[]} edges */
  #set(nodes, edges) {
    this.scene = { nodes, edges, lit: null };
    const [gone, cut] = [this.sets.nodes.getIds().filter((/** @type {number} */ id) => !nodes.has(id)), new Set(edges.map(({ id }) => id))];
    this.sets.edges.remove(this.sets.edges.getIds().filter((/** @type {string} */ id) => !cut.has(id)));
    this.sets.nodes.remove(gone);
  }

  /** What of the stage belongs to the choice. */
  #light() {
    const { book, scene } = this;
    const chosen = this.state?.chosen ?? null;
    const node = chosen?.kind === "node" ? chosen.at : -1;
    const statements = new Set([...(this.path?.statements ?? []), ...(chosen ? statementsOf(book, chosen) : [])]);
    const edges = scene.edges.filter(({ from, to, statements: own }) => from === node || to === node || own.some((at) => statements.has(at)));
    const nodes = new Set(edges.flatMap(({ from, to }) => [from, to]));
    if (scene.nodes.has(node)) nodes.add(node);
    scene.lit = nodes.size ? { nodes, edges: new Set(edges.map(({ id }) => id)) } : null;
  }

  #paint() {
    const { state, scene, colours, book } = this;
    const { lit } = scene;
    const chosen = state?.chosen?.kind === "node" ? state.chosen.at : -1;
    const pinned = new Set(state?.pinned);
    this.sets.nodes.update([...scene.nodes.values()].map((node) => ({
      ...nodeLook(node, colours, { lit: !lit || lit.nodes.has(node.id), chosen: node.id === chosen, pinned: pinned.has(node.id), swell: this.swell }), ...this.#place(node.id),
    })));
    this.sets.edges.update(scene.edges.map((edge) => edgeLook(book, edge, colours, { lit: !lit || lit.edges.has(edge.id), chosen: Boolean(lit?.edges.has(edge.id)), swell: Math.sqrt(this.swell) })));
  }

  /** Brings what is lit into sight, and does not move what is in sight. */
  #look() {
    const nodes = [...(this.scene.lit?.nodes ?? [])];
    if (!nodes.length || !this.pane.clientWidth) return;
    const { clientWidth, clientHeight } = this.pane;
    const isInSight = nodes.every((node) => {
      const { x, y } = this.vis.canvasToDOM(this.vis.getPosition(node));
      return x > 30 && y > 30 && x < clientWidth - 30 && y < clientHeight - 50;
    });
    if (!isInSight || (this.vis.getScale() <= NEAR && this.state?.chosen?.kind === "statement")) this.vis.fit({ nodes, maxZoomLevel: 0.9, animation: GLIDE });
  }

  /** @param {number[]} nodes @param {string[]} edges @returns {import("./types").Chosen | null} */
  #pressed([node], [edge]) {
    const on = node === undefined ? this.scene.edges.find(({ id }) => id === edge) : undefined;
    if (on) return on.kind === "theme" ? { kind: "node", at: on.to } : { kind: "statement", at: on.statements[0] };
    if (node === undefined) return null;
    const end = this.book.nodes[node].family === "end" && this.scene.edges.find(({ to }) => to === node);
    return end ? { kind: "statement", at: end.statements[0] } : { kind: "node", at: node };
  }

  /** @param {string} id */
  #told(id) {
    const edge = this.scene.edges.find((one) => one.id === id);
    if (!edge) return "";
    if (edge.kind === "group") return this.groups ? toldOf(edge, this.groups.opens) : "";
    const { nodes, statements } = this.book;
    const one = statements[edge.statements[0]];
    const relation = edge.kind === "theme" ? "·" : this.book.relationWords(one);
    return [nodes[edge.from].label, relation, nodes[edge.to].family === "end" ? "" : nodes[edge.to].label].map((text) => cut(text, 60)).join(" ");
  }

  /** Lets the nodes move by springs, or puts them back where they were; pinned ones stay. @param {boolean} isLoose */
  #loosen(isLoose) {
    this.vis.setOptions({ physics: isLoose ? LOOSE : { enabled: false } });
    const pinned = new Set(this.state?.pinned);
    this.sets.nodes.update([...this.scene.nodes.keys()].map((id) => ({ id, ...(isLoose ? {} : this.#place(id)), fixed: isLoose && pinned.has(id) })));
    if (!isLoose) this.vis.fit();
  }

  caption() {
    const { state, shown, groups } = this;
    if (!state || !shown) return "";
    if (groups) return `${counted(shown.statements.length, "statement")} are too many to draw one by one: ${groups.told}.`;
    const [drawn, all] = [this.drawn?.size ?? 0, shown.statements.length];
    const which = state.hidden.length ? "" : follows(state) ? ", those of the nodes that are followed" : ", the best connected";
    const part = drawn === all ? "all drawn" : `${number(drawn)} of ${counted(all, "statement")} drawn${drawn < all && (this.edges.isTooMuch(shown) || !follows(state)) ? which : ""}`;
    return `Lines are statements, nodes who and what stands in them: ${part}.`;
  }

  svg() {
    return networkSvg(this.book, this.scene, this.colours, (node) => this.vis.getPosition(node));
  }

  png() {
    return /** @type {HTMLCanvasElement} */ (this.pane.querySelector("canvas"));
  }
}

/** What the shapes and lines stand for. @param {Book} book */
function legend(book) {
  const present = new Set(book.nodes.map(({ family }) => family));
  const families = [...book.families.values()].filter(({ key }) => present.has(key)).map(({ key, label }) => el("li", {}, sign(key), label));
  return el("details", { class: "network-legend" }, el("summary", {}, "Legend"), el("ul", {}, families, present.has("theme") && el("li", {}, sign("theme"), "Themes"),
    el("li", {}, line("assertion"), "document’s own"), el("li", {}, line("assertion", true), "reported"), el("li", {}, line("assertion", false, true), "negated")));
}

/** The statements whose lines are lit with a choice. @param {Book} book @param {import("./types").Chosen} chosen @returns {number[]} */
function statementsOf(book, { kind, at }) {
  if (kind === "statement") return [at];
  if (kind === "document") return book.heldIn[at];
  return book.nodes[at].family === "theme" ? book.raisedIn[at] : book.speaksIn[at];
}
