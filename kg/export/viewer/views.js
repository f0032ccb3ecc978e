// The views of the picture pane, in the order of their tabs; the first is opened first.

/** @type {import("./types").ViewKind[]} */
export const VIEWS = [];
