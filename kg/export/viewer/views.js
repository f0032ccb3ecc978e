// The views of the picture pane, in the order of their tabs; the first is opened first.

import { matrix } from "./matrix.js";
import { network } from "./network.js";
import { speakers } from "./speakers.js";
import { timeline } from "./timeline.js";

/** @type {import("./types").ViewKind[]} */
export const VIEWS = [speakers, network, matrix, timeline];
