// What of the network is in sight, in pixels: as the pane shows it, or larger, as a picture that is taken away has it.

/** @typedef {{ x: number, y: number }} Point */
/**
 * @typedef {object} Sight
 * @property {number} width
 * @property {number} height
 * @property {number} scale pixels to a unit of the drawing
 * @property {boolean} isNear whether everything may have its name
 * @property {(node: number) => boolean} has
 * @property {(node: number) => Point} at the middle of a node
 * @property {(node: number) => number} rim how far a node's rim is from its middle
 * @property {(edge: string) => Point | null} middle of a line; null where it is not drawn
 */

/** @param {any} network vis-network's @param {HTMLElement} pane @param {number} near the zoom from which everything may have its name
    @param {number} [times] how many times as large as in the pane @returns {Sight} */
export function sightOf(network, pane, near, times = 1) {
  const scale = network.getScale() * times;
  const seen = (/** @type {Point} */ point) => {
    const { x, y } = network.canvasToDOM(point);
    return { x: x * times, y: y * times };
  };
  return {
    width: pane.clientWidth * times, height: pane.clientHeight * times, scale, isNear: scale > near,
    has: (node) => node in network.body.nodes,
    at: (node) => seen(network.getPosition(node)),
    rim: (node) => network.body.nodes[node].options.size * scale,
    middle: (edge) => {
      const drawn = network.body.edges[edge];
      return drawn?.connected ? seen(drawn.edgeType.getPoint(0.5)) : null;
    },
  };
}
