// Places for nodes that the page came without: beside what they hang on, then pushed apart by springs, the rest fixed.

const ROUNDS = 60; // of pushing and pulling
const LENGTH = 110; // of a line at rest
const REACH = 3 * LENGTH; // of a push

/** @typedef {{ x: number, y: number }} Place */

/**
 * @param {Iterable<number>} nodes to be placed
 * @param {{ from: number, to: number }[]} lines
 * @param {Map<number, Place>} places of the nodes that stay; the others are put in
 */
export function settle(nodes, lines, places) {
  const fixed = new Set(places.keys());
  const loose = [...nodes].filter((node) => !fixed.has(node));
  if (!loose.length) return;
  loose.forEach((node, at) => places.set(node, start(node, at, lines, places)));
  const all = [...new Set([...nodes])].filter((node) => places.has(node));
  for (let round = 0; round < ROUNDS; round += 1) {
    const heat = 40 * (1 - round / ROUNDS);
    /** @type {Map<number, Place>} */
    const pulls = new Map(loose.map((node) => [node, { x: 0, y: 0 }]));
    const cells = gridded(all, places);
    for (const node of loose) push(node, cells, places, /** @type {Place} */ (pulls.get(node)));
    for (const { from, to } of lines) pull(from, to, places, pulls);
    for (const [node, by] of pulls) {
      const place = /** @type {Place} */ (places.get(node));
      const length = Math.hypot(by.x, by.y) || 1;
      const step = Math.min(length, heat) / length;
      places.set(node, { x: place.x + by.x * step, y: place.y + by.y * step });
    }
  }
}

/** Near a neighbour that has a place, in a direction of its own; else on a spiral round the middle.
    @param {number} node @param {number} at @param {{ from: number, to: number }[]} lines @param {Map<number, Place>} places @returns {Place} */
function start(node, at, lines, places) {
  const turn = at * 2.399963; // the golden angle: no two in one direction
  const line = lines.find(({ from, to }) => (from === node && places.has(to)) || (to === node && places.has(from)));
  const near = line && places.get(line.from === node ? line.to : line.from);
  const far = near ? LENGTH : 60 * Math.sqrt(at + 1);
  return { x: (near?.x ?? 0) + far * Math.cos(turn), y: (near?.y ?? 0) + far * Math.sin(turn) };
}

/** The nodes by squares as wide as a push reaches. @param {number[]} all @param {Map<number, Place>} places */
function gridded(all, places) {
  /** @type {Map<string, number[]>} */
  const cells = new Map();
  for (const node of all) {
    const { x, y } = /** @type {Place} */ (places.get(node));
    const key = `${Math.floor(x / REACH)} ${Math.floor(y / REACH)}`;
    const cell = cells.get(key);
    if (cell) cell.push(node);
    else cells.set(key, [node]);
  }
  return cells;
}

/** @param {number} node @param {Map<string, number[]>} cells @param {Map<number, Place>} places @param {Place} by */
function push(node, cells, places, by) {
  const place = /** @type {Place} */ (places.get(node));
  const [column, row] = [Math.floor(place.x / REACH), Math.floor(place.y / REACH)];
  for (let at = 0; at < 9; at += 1) {
    for (const other of cells.get(`${column + (at % 3) - 1} ${row + Math.floor(at / 3) - 1}`) ?? []) {
      const { x, y } = /** @type {Place} */ (places.get(other));
      const [dx, dy] = [place.x - x, place.y - y];
      const square = dx * dx + dy * dy;
      if (other === node || square > REACH * REACH) continue;
      const force = (LENGTH * LENGTH) / (square + 100);
      by.x += dx * force;
      by.y += dy * force;
    }
  }
}

/** @param {number} from @param {number} to @param {Map<number, Place>} places @param {Map<number, Place>} pulls */
function pull(from, to, places, pulls) {
  const [one, other] = [places.get(from), places.get(to)];
  if (!one || !other) return;
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const far = Math.hypot(dx, dy) || 1;
  const force = (far - LENGTH) / far / 2;
  for (const [node, sign] of /** @type {[number, number][]} */ ([[from, 1], [to, -1]])) {
    const by = pulls.get(node);
    if (by) {
      by.x += sign * dx * force;
      by.y += sign * dy * force;
    }
  }
}
