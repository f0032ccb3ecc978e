// The graph. Places come with the data; colours come from the style sheet, so that they follow the reader's system.

const LOOSE = { enabled: true, solver: "forceAtlas2Based", stabilization: { enabled: true, iterations: 100, updateInterval: 25 } };
const ARGUMENT = 0.45; // how strongly lines to further arguments are drawn
const GLIDE = matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 300, easingFunction: "easeInOutQuad" };
const own = data.network.nodes;
const lines = data.network.edges.map((edge, id) => ({ ...edge, id }));
const inView = { nodes: new Set(), edges: new Set() };
const sets = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
let colours = {};
let network = null;
let lit = null; // the nodes and edges that belong to the choice

/** Draws into the pane and calls `choose` with what a reader clicks: a statement, a node, or nothing. */
function startDrawing(choose) {
  readColours();
  const views = {
    nodes: new vis.DataView(sets.nodes, { filter: (node) => inView.nodes.has(node.id) }),
    edges: new vis.DataView(sets.edges, { filter: (edge) => inView.edges.has(edge.id) }),
  };
  network = new vis.Network(byId("canvas"), views, data.network.options);
  byId("canvas").network = network; // within reach of a reader's console and of the tests
  byId("canvas").querySelector(".vis-network").tabIndex = -1; // the list is the way for keys
  network.on("afterDrawing", (context) => drawNames(context));
  network.on("click", ({ nodes, edges }) => choose(clicked(nodes, edges)));
  network.on("hoverNode", ({ node }) => { byId("hover").textContent = NODES[node].label; });
  network.on("hoverEdge", ({ edge }) => { byId("hover").textContent = told(lines[edge]); });
  for (const event of ["blurNode", "blurEdge"]) network.on(event, () => { byId("hover").textContent = ""; });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => { readColours(); paint(state.chosen); });
  return views;
}

function clicked(nodes, edges) {
  if (nodes.length) {
    const node = nodes[0];
    return NODES[node].family === "end" ? statementOf(lines.find((edge) => edge.to === node)) : { kind: "node", at: node };
  }
  return edges.length ? statementOf(lines[edges[0]]) : null;
}

function statementOf(edge) {
  return edge.kind === "theme" ? { kind: "node", at: edge.to } : { kind: "statement", at: edge.statements[0] };
}

function told(edge) {
  if (edge.kind === "theme") return `${NODES[edge.from].label} · ${NODES[edge.to].label}`;
  const statement = STATEMENTS[edge.statements[0]];
  return [named(statement, statement.subject), relationWords(statement), NODES[edge.to].family !== "end" &&
    NODES[edge.to].label].filter(Boolean).map((text) => cut(text, 60)).join(" – ");
}

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  colours = { ink: read("--ink"), quiet: read("--quiet"), canvas: read("--canvas"), own: read("--voice-own"), reported: read("--voice-reported"),
    themeLine: read("--theme-line"), chosen: read("--chosen"), font: read("--sans"), edge: {}, fill: {} };
  for (const family of [...FAMILIES.keys(), "theme", "end"]) {
    colours.fill[family] = read(`--${family}`);
    colours.edge[family] = read(`--${family}-edge`) || colours.canvas;
  }
}

/** Shows what the statements in `shown` draw, and lets the rest go. */
function drawOnly(views, shown) {
  const visible = new Set(shown);
  inView.nodes.clear();
  inView.edges.clear();
  for (const edge of lines) {
    if (!isDrawn(edge, visible)) continue;
    inView.edges.add(edge.id);
    inView.nodes.add(edge.from).add(edge.to);
  }
  views.nodes.refresh();
  views.edges.refresh();
}

function isDrawn(edge, visible) {
  if (edge.kind === "theme" && (!state.themeNodes || state.off.theme.has(edge.to))) return false;
  return edge.statements.some((at) => visible.has(at));
}

/** Colours everything; what does not belong to the choice steps back. */
function paint(chosen) {
  lit = chosen && litBy(chosen);
  sets.nodes.update(own.map((node) => nodeLook(node, !lit || lit.nodes.has(node.id), chosen)));
  sets.edges.update(lines.map((edge) => edgeLook(edge, !lit || lit.edges.has(edge.id), Boolean(lit?.edges.has(edge.id)))));
}

function litBy({ kind, at }) {
  const statements = new Set(kind === "statement" ? [at] : [...speaksIn[at], ...(NODES[at].family === "theme" ? raisedIn[at] : [])]);
  const touches = (edge) => kind === "node" && (edge.from === at || edge.to === at);
  const edges = lines.filter((edge) => touches(edge) || edge.statements.some((one) => statements.has(one)));
  const nodes = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  if (kind === "node") nodes.add(at);
  return { nodes, edges: new Set(edges.map((edge) => edge.id)) };
}

function nodeLook(node, lit, chosen) {
  const isChosen = chosen?.kind === "node" && chosen.at === node.id;
  const fill = colours.fill[node.family];
  const border = isChosen ? colours.chosen : colours.edge[node.family];
  return {
    id: node.id, x: node.x, y: node.y, shape: node.shape, size: node.size, opacity: lit ? 1 : 0.15,
    label: "", borderWidth: isChosen ? 4 : 1.5, borderWidthSelected: 4,
    shapeProperties: { borderDashes: node.family === "addressee" ? [3, 2] : false },
    color: { background: fill, border, hover: { background: fill, border: colours.chosen },
      highlight: { background: fill, border: colours.chosen } },
  };
}

function edgeLook(edge, lit, isChosen) {
  if (edge.kind === "theme") {
    return { ...bare(edge), width: edge.width * (isChosen ? 2 : 1), color: { color: colours.themeLine, highlight: colours.themeLine,
      hover: colours.themeLine, opacity: lit ? 0.9 : 0.12 }, arrows: "", dashes: false };
  }
  const statement = STATEMENTS[edge.statements[0]];
  const reported = isReported(statement);
  const colour = reported ? colours.reported : colours.own;
  const opacity = lit ? (edge.kind === "argument" && !isChosen ? ARGUMENT : 1) : 0.1;
  return {
    ...bare(edge), width: edge.width * (isChosen ? 1.5 : 1), dashes: DASHES[statement.act] ?? false,
    color: { color: colour, highlight: colour, hover: colour, opacity },
    arrows: { to: { enabled: true, type: reported ? "vee" : "arrow", scaleFactor: 0.5 },
      from: { enabled: reported, type: "circle", scaleFactor: 0.32 },
      middle: { enabled: statement.polarity === "negative", type: "bar", scaleFactor: 0.5 } },
  };
}

function bare({ id, from, to, smooth, kind, statements }) {
  return { id, from, to, kind, statements, smooth: smooth ? { enabled: true, ...smooth } : false, selectionWidth: 0.6, hoverWidth: 0.6 };
}

/** Brings what is chosen into sight, and does not move what is in sight. */
function look(chosen) {
  if (!chosen) return;
  const nodes = [...lit.nodes].filter((node) => inView.nodes.has(node));
  if (!nodes.length) return;
  const pane = byId("canvas").getBoundingClientRect();
  const inSight = nodes.every((node) => {
    const { x, y } = network.canvasToDOM(network.getPosition(node));
    return x > 30 && y > 30 && x < pane.width - 30 && y < pane.height - 50;
  });
  const legible = network.getScale() > NEAR || chosen.kind === "node";
  if (inSight && legible) return;
  network.fit({ nodes, maxZoomLevel: 0.9, animation: GLIDE });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: GLIDE });
}

/** Lets the nodes move by springs, or puts them back where they were. */
function loosen(isLoose) {
  network.setOptions({ physics: isLoose ? LOOSE : { enabled: false } });
  if (!isLoose) {
    sets.nodes.update(own.map(({ id, x, y }) => ({ id, x, y })));
    network.fit();
  }
}
