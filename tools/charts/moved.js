// What most days change of a figure, the line of the day and its name, is moved where it stands:
// Plotly would draw all marks again for it.

import annotations from "plotly.js/src/components/annotations/draw";
import shapes from "plotly.js/src/components/shapes/draw";
import { list } from "plotly.js/src/plots/cartesian/axes";

const MOVES = /^layout\.(shapes\.\d+\.x[01]|annotations\.\d+\.(x|text))$/;
// What Plotly itself adds to a layout that says nothing of it.
const NOTED = /^layout\.[xy]axis\d*\.(type|range|autorange)$/;

const isObject = (value) => typeof value === "object" && value !== null;

/** What is as it was stays the same object: Plotly then draws only what has changed. */
export function shared(before, after) {
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) return after;
  const keys = Object.keys(after);
  let isSame = keys.length === Object.keys(before).length;
  for (const key of keys) {
    after[key] = shared(before[key], after[key]);
    isSame &&= after[key] === before[key];
  }
  return isSame ? before : after;
}

/** Move what differs in a figure that is drawn from one that shares with it what is the same; false
    if anything else differs. */
export function moved(place, before, after) {
  const changes = [...differences(before, after)];
  const isMove = (path) => MOVES.test(path) && !list(place, "x").some(({ autorange }) => autorange);
  if (!place._fullLayout || !changes.every(isMove)) return false;
  const first = { shapes: Infinity, annotations: Infinity };
  for (const path of changes) {
    const [, parts, n, name] = path.split(".");
    for (const layout of [before.layout, place._fullLayout]) layout[parts][n][name] = after.layout[parts][n][name];
    first[parts] = Math.min(first[parts], n);
  }
  // What is drawn comes to lie on top: what lay above it follows.
  for (const [parts, { drawOne }] of Object.entries({ shapes, annotations })) {
    for (let n = first[parts]; n < place._fullLayout[parts].length; n++) drawOne(place, n);
  }
  return true;
}

/** The places at which two figures differ. */
function* differences(before, after, path = "") {
  if (before === after) return;
  const inside = (key) => (path ? `${path}.${key}` : key);
  const isKnown = (key) => key in after || NOTED.test(inside(key));
  const isAlike =
    isObject(before) && isObject(after) && Object.keys(before).every(isKnown) && Object.keys(after).every((key) => key in before);
  if (isAlike) for (const key of Object.keys(after)) yield* differences(before[key], after[key], inside(key));
  else yield path;
}
