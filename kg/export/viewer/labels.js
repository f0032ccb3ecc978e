// Names of nodes and words of relations, set as on a map: the same size at every zoom, the weightiest first, and none
// over another. A crowded drawing shows few of them at first, and more the nearer a reader looks.

const LINE = 14; // pixels from line to line
const APART = 5; // pixels between two names
const NEAR = 0.62; // the zoom from which everything may have its name
const widths = new Map(); // of a line in a font, in pixels

/** Nodes in the order in which they get a name: hubs first. */
const byWeight = own.filter((node) => node.family !== "end").sort((a, b) => b.size - a.size || a.id - b.id);

/** What has its name even from afar; a phrase means little without its statement. */
function isLandmark(node) {
  return node.degree >= (node.family === "phrase" ? 5 : 2);
}

/** Writes over a finished drawing: what belongs to the choice first, the rest faintly, where it finds room. */
function drawNames(context) {
  const ratio = context.canvas.width / context.canvas.clientWidth;
  const isNear = network.getScale() > NEAR;
  const taken = [];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", strokeStyle: colours.canvas, lineWidth: 4 });
  const nodes = byWeight.filter((node) => inView.nodes.has(node.id));
  const edges = lines.filter((edge) => inView.edges.has(edge.id));
  const isLit = (kind) => (one) => !lit || lit[kind].has(one.id);
  for (const node of nodes.filter(isLit("nodes"))) if (isNear || lit || isLandmark(node)) drawName(context, node, taken);
  if (isNear || lit) for (const edge of edges.filter(isLit("edges"))) drawWords(context, edge, taken);
  context.globalAlpha = 0.4;
  if (lit) for (const node of nodes) if (!lit.nodes.has(node.id) && isLandmark(node)) drawName(context, node, taken);
  context.restore();
}

function drawName(context, node, taken) {
  const { x, y } = network.canvasToDOM(network.getPosition(node.id));
  context.font = `${node.degree > 4 ? "600 13" : node.degree > 1 ? "13" : "12"}px ${colours.font}`;
  context.fillStyle = colours.ink;
  const rows = node.label.split("\n");
  const rim = node.size * network.getScale() + 3;
  const isBelow = write(context, rows, x, y + rim, taken);
  if (!isBelow && lit?.nodes.has(node.id)) write(context, rows, x, y - rim - rows.length * LINE, taken);
}

function drawWords(context, edge, taken) {
  const text = edgeWords(edge);
  if (!text) return;
  const { x, y } = network.canvasToDOM(network.body.edges[edge.id].edgeType.getPoint(0.5));
  context.font = `${lit ? "600 12" : "11"}px ${colours.font}`;
  if (width(context, text) > lengthOf(edge)) return; // words longer than their line would hide what it joins
  context.fillStyle = isReported(STATEMENTS[edge.statements[0]]) ? colours.reported : colours.quiet;
  write(context, [text], x, y - LINE / 2, taken);
}

/** How long the line between two nodes looks, in pixels. */
function lengthOf({ from, to }) {
  const [one, other] = [from, to].map((node) => network.getPosition(node));
  const rims = network.body.nodes[from].options.size + network.body.nodes[to].options.size;
  return (Math.hypot(one.x - other.x, one.y - other.y) - rims) * network.getScale();
}

function edgeWords(edge) {
  if (edge.kind === "theme") return "";
  const statement = STATEMENTS[edge.statements[0]];
  if (edge.kind !== "argument") return cut(relationWords(statement), 30);
  return (statement.arguments ?? []).find((one) => one.node === edge.to)?.preposition ?? "";
}

/** Writes rows of text around a point, in sight and where nothing stands yet; tells whether it did. */
function write(context, rows, x, top, taken) {
  const { clientWidth, clientHeight } = context.canvas;
  if (x < 0 || x > clientWidth || top < -LINE || top > clientHeight) return false;
  const half = Math.max(...rows.map((row) => width(context, row))) / 2 + APART;
  const middle = Math.max(half, Math.min(clientWidth - half, x));
  const box = { left: middle - half, right: middle + half, top, bottom: top + rows.length * LINE + APART };
  if (taken.some((other) => meet(box, other))) return false;
  taken.push(box);
  rows.forEach((row, at) => context.strokeText(row, middle, top + at * LINE));
  rows.forEach((row, at) => context.fillText(row, middle, top + at * LINE));
  return true;
}

function width(context, text) {
  const key = `${context.font}\n${text}`;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}

function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
