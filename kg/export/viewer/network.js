// The network of statements: nodes are who and what stands in them, lines are statements. Drawn by vis-network, on a canvas.

import { cut, el } from "./dom.js";
import { Edges, follows } from "./network-edges.js";
import { grouped, ring, toldOf } from "./network-groups.js";
import { dot, edgeLook, nodeLook, readColours } from "./network-looks.js";
import { named, NEAR, paint, widthOf } from "./network-names.js";
import { settle } from "./network-places.js";
import { sightOf } from "./network-sight.js";
import { networkSvg } from "./network-svg.js";
import { NetworkTools } from "./network-tools.js";
import { captionOf, lineTold, litOf, pressed } from "./network-words.js";
import { shortest } from "./paths.js";
import { without } from "./state.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {import("./network-looks.js").Dot} Dot */

const LOOSE = { enabled: true, solver: "forceAtlas2Based", stabilization: { enabled: true, iterations: 100, updateInterval: 25 } };
const MOST_SWOLLEN = 3; // times that signs are drawn larger where all is small
const MOST_STRETCHED = 2.6; // times as wide as high, or as high as wide, that a drawing is spread
const TAKEN = 960; // pixels in width that a picture which is taken away has at least
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
    /** The statement that the pointer is on, here or elsewhere. @type {number | null} */
    this.hovered = null;
    /** @type {Map<number, { x: number, y: number }>} */
    this.ring = new Map();
    this.stretch = 1;
    this.swell = 1;
    this.sets = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
    this.pane = el("div", { class: "canvas", id: "canvas", role: "img", "aria-label": "The network of the statements that are shown; the table holds the same" });
    this.hover = el("p", { class: "hover", "aria-hidden": "true" });
    this.tools = new NetworkTools(book, this.#deeds());
    root.append(this.tools.root, this.pane, this.hover);
    this.vis = new vis.Network(this.pane, this.sets, book.data.network.options);
    Object.assign(this.pane, { network: this.vis }); // within reach of a reader's console and of the tests
    this.pane.querySelector(".vis-network")?.setAttribute("tabindex", "-1"); // the table is the way for keys
    this.vis.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => paint(context, named(book, this.scene, this.colours, sightOf(this.vis, this.pane, NEAR)), this.colours));
    this.#listen();
    new ResizeObserver(() => this.state && this.#fit()).observe(this.pane);
  }

  #listen() {
    const { actions, book } = this;
    const tell = (/** @type {string} */ text) => { this.hover.textContent = text; };
    this.vis.on("click", (/** @type {{ nodes: number[], edges: string[] }} */ { nodes, edges }) => {
      const group = this.groups?.opens.get(nodes[0]);
      if (group) actions.narrow({ [group.facet]: [group.value] });
      else if (!this.groups) actions.choose(pressed(book, this.scene, nodes[0], edges[0]));
    });
    this.vis.on("doubleClick", (/** @type {{ nodes: number[] }} */ { nodes: [node] }) => {
      if (node >= 0 && this.state && !this.state.expanded.includes(node)) actions.set({ expanded: [...this.state.expanded, node] });
    });
    this.vis.on("hoverNode", (/** @type {{ node: number }} */ { node }) => {
      tell(this.groups ? toldOf(this.groups, node) : cut(book.nodes[node]?.label ?? ""));
      if (this.groups) this.#lightGroup(node);
    });
    this.vis.on("hoverEdge", (/** @type {{ edge: string }} */ { edge }) => {
      const on = this.scene.edges.find(({ id }) => id === edge);
      if (on) tell(this.groups ? toldOf(this.groups, on) : lineTold(book, on));
      if (on?.kind !== "theme") actions.hover(on?.statements[0] ?? null);
    });
    this.vis.on("blurNode", () => {
      tell("");
      if (this.groups) this.#lightGroup(null);
    });
    this.vis.on("blurEdge", () => {
      tell("");
      actions.hover(null);
    });
    for (const event of ["zoom", "animationFinished"]) this.vis.on(event, () => this.#swell());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.colours = readColours(book.families.keys());
      this.#paint();
    });
  }

  /** @returns {import("./network-tools.js").Deeds} */
  #deeds() {
    return {
      zoom: (factor) => {
        this.vis.moveTo({ scale: this.vis.getScale() * factor, animation: GLIDE });
        this.#swell();
      },
      fit: () => this.#fit(),
      loosen: (isLoose) => this.#loosen(isLoose),
      set: (name, value) => {
        const rest = without(this.state?.options ?? {}, `network.${name}`);
        this.actions.set({ options: value === null ? rest : { ...rest, [`network.${name}`]: value } });
      },
    };
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
    if (isNew) this.#stage(path?.statements ?? []);
    this.scene.lit = litOf(this.book, this.scene, state.chosen, path?.statements ?? []);
    this.#paint();
    if (isNew) this.#fit();
    else this.#look();
  }

  /** Shows all: groups on an oval; nodes spread out where the pane is wide or tall. */
  #fit() {
    const { clientWidth, clientHeight } = this.pane;
    if (!clientHeight) return;
    if (this.groups) {
      this.ring = ring(this.groups, clientWidth, clientHeight, (text) => widthOf(text, 12.5, 400, this.colours.font));
      this.swell = 1;
      this.#paint();
      this.vis.moveTo({ position: { x: 0, y: 0 }, scale: 1 });
      return;
    }
    this.stretch = Math.min(MOST_STRETCHED, Math.max(1 / MOST_STRETCHED, clientWidth / clientHeight));
    this.#paint();
    this.vis.fit();
    this.#swell();
  }

  /** Signs swell where a small scale would make them too small, and shrink again where a reader comes near. */
  #swell() {
    const swell = this.groups ? 1 : Math.min(MOST_SWOLLEN, Math.max(1, 0.4 / this.vis.getScale()));
    if (Math.abs(swell - this.swell) < 0.1) return;
    this.swell = swell;
    this.#paint();
  }

  /** Lights a statement that the pointer is on elsewhere. @param {number | null} at */
  light(at) {
    if (at === this.hovered) return;
    const touched = this.scene.edges.filter(({ kind, statements }) => kind !== "theme" && [this.hovered, at].some((one) => one !== null && statements.includes(one)));
    this.hovered = at;
    this.sets.edges.update(touched.map((edge) => this.#lineLook(edge)));
  }

  /** @param {number | null} group with its lines; null lets go */
  #lightGroup(group) {
    const edges = this.scene.edges.filter(({ from, to }) => from === group || to === group);
    this.scene.lit = group === null ? null : { chosen: group, nodes: new Set([group, ...edges.flatMap(({ from, to }) => [from, to])]), edges: new Set(edges.map(({ id }) => id)) };
    this.#paint();
  }

  /** @param {number} node */
  #place(node) {
    if (this.groups) return this.ring.get(node);
    const place = this.places.get(node);
    return place && { x: place.x * Math.max(1, this.stretch), y: place.y / Math.min(1, this.stretch) };
  }

  /** Puts what is to be drawn on the stage. @param {number[]} path statements */
  #stage(path) {
    const { state, shown, book } = this;
    if (!state || !shown) return;
    const isTooMuch = this.edges.isTooMuch(shown) && !follows(state);
    const by = state.options["network.group"] ?? "theme";
    this.groups = isTooMuch && by !== "connected" ? grouped(book, state, shown, by) : null;
    this.tools.update({ by, themes: state.options["network.themes"] !== "no", isTooMuch, isGrouped: this.groups !== null });
    if (this.groups) {
      this.ring.clear();
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

  #paint() {
    const { state, scene, colours } = this;
    const { lit } = scene;
    const chosen = state?.chosen?.kind === "node" ? state.chosen.at : -1;
    const pinned = new Set(state?.pinned);
    this.sets.nodes.update([...scene.nodes.values()].map((node) => ({
      ...nodeLook(node, colours, { lit: !lit || lit.nodes.has(node.id), chosen: node.id === chosen, pinned: pinned.has(node.id), swell: this.swell }), ...this.#place(node.id),
    })));
    this.sets.edges.update(scene.edges.map((edge) => this.#lineLook(edge)));
  }

  /** @param {import("./network-edges.js").Edge} edge */
  #lineLook(edge) {
    const { lit } = this.scene;
    const isHovered = edge.kind !== "theme" && this.hovered !== null && edge.statements.includes(this.hovered);
    const how = { lit: isHovered || !lit || lit.edges.has(edge.id), chosen: isHovered || Boolean(lit?.edges.has(edge.id)), swell: Math.sqrt(this.swell) };
    return edgeLook(this.book, edge, this.colours, how);
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
    if (!isInSight || (this.vis.getScale() <= NEAR && this.state?.chosen?.kind === "statement")) this.vis.fit({ nodes, maxZoomLevel: NEAR, animation: GLIDE });
    this.#swell();
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
    return groups?.told ?? captionOf(state, shown, this.drawn?.size ?? 0, this.edges.isTooMuch(shown));
  }

  /** What is in sight, at the size of a page: names are as large as in the pane, and the more. */
  svg() {
    const sight = sightOf(this.vis, this.pane, NEAR, Math.max(1, TAKEN / this.pane.clientWidth));
    return networkSvg(this.book, this.scene, this.colours, sight, named(this.book, this.scene, this.colours, sight), Math.sqrt(this.swell));
  }
}
