// A chart of a page: Plotly, with the kinds of marks that our charts have, in an element of
// Streamlit's that stays where it is. A figure that changes is changed, and not drawn anew.

import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import choropleth from "plotly.js/lib/choropleth";
import scattergeo from "plotly.js/lib/scattergeo";
import { list, saveRangeInitial } from "plotly.js/src/plots/cartesian/axes";
import { moved, shared } from "./moved.js";

Plotly.register([bar, choropleth, scattergeo]);

// Four corners.
const ENLARGE = {
  width: 20,
  height: 20,
  path: "M2 2H8V4H4V8H2ZM12 2H18V8H16V4H12ZM2 12H4V16H8V18H2ZM16 12H18V18H12V16H16Z",
};
const RING = 5;
/** Pixels between a mark and the outer edge of the ring around it. */
const TIGHT = 2;
/** The same around a small mark, which may have a number beside it; a point on a map has none. */
const [POINT, SMALL] = [10, 20];
/** Pixels that a small mark is wide or high, more and less than. */
const LETTER = 6.2;
/** Width of a letter of a card, in pixels. */
const MARKS = ".point:not(g), g.point > path, .choroplethlayer path";
const NARROWEST = 100;
/** Pixels below which nothing is drawn anew, as while a window opens: margins would be all of it. */
const boxes = new Map();
/** When a mark of the page was last chosen: one chart at a time has one. */
let pickedAt = 0;

/** Show what the server has sent of a chart; called again each time that it has sent something. */
export function chart({ data, parentElement, setTriggerValue }) {
  const box = boxes.get(parentElement) ?? begin(parentElement);
  const before = box.sent;
  Object.assign(box, { sent: data, trigger: setTriggerValue });
  // What was sent before the server heard of the last choice says nothing of it.
  if (!data.pickedAt || data.pickedAt >= pickedAt) box.chosen = data.chosen;
  box.place.setAttribute("aria-label", data.description);
  if (data.figure !== before?.figure || data.words.language !== before.words.language) draw(box);
  else ring(box);
  return () => {
    box.sizes.disconnect();
    Plotly.purge(box.place);
    boxes.delete(parentElement);
  };
}

function begin(parentElement) {
  const place = document.createElement("div");
  place.setAttribute("role", "figure");
  place.className = "chart";
  parentElement.append(place);
  const box = { place, sizes: new ResizeObserver(() => fit(box)) };
  place.addEventListener("fullscreenchange", () => fit(box));
  boxes.set(parentElement, box);
  box.sizes.observe(parentElement);
  return box;
}

/** What is hidden or very narrow counts as without width, and is drawn once it has one. */
function draw(box) {
  const { place, sent, size, config: words, figure: before } = box;
  box.size = sizeOf(box);
  if (!box.size.width) return;
  const figure = JSON.parse(sent.figure);
  for (const trace of figure.data) {
    if (trace.hovertext) trace.hovertext = [trace.hovertext].flat().map((text) => narrow(text, box.size.width));
  }
  const after = shared(before, figure);
  box.config = config(box);
  if (isSame(size, box.size) && words === box.config && moved(place, before, after)) return drawn(box);
  box.figure = after;
  Plotly.react(place, box.figure.data, { ...box.figure.layout, ...box.size }, box.config);
  noteRanges(place);
  if (!box.isHeard) listen(box);
}

function drawn(box) {
  ring(box);
  box.place.dispatchEvent(new Event("drawn", { bubbles: true }));
}

function listen(box) {
  const { place } = box;
  box.isHeard = true;
  place.on("plotly_click", (event) => clicked(box, event));
  place.on("plotly_doubleclick", () => putAway(box));
  place.on("plotly_selected", (event) => dragged(box, event));
  place.on("plotly_afterplot", () => drawn(box));
  drawn(box);
}

/** "Reset axes" goes back to what this figure shows: Plotly goes back to the first one drawn here. */
function noteRanges(place) {
  for (const axis of list(place, "", true)) axis._rangeInitial0 = axis._rangeInitial1 = undefined;
  saveRangeInitial(place);
}

/** The same objects as long as the words are the same: others would have all of it drawn anew. */
function config(box) {
  const { words } = box.sent;
  if (box.config?.locale === words.language) return box.config;
  const enlarge = {
    name: "enlarge",
    title: words.enlarge,
    icon: ENLARGE,
    click: (place) => (document.fullscreenElement ? document.exitFullscreen() : place.requestFullscreen()),
  };
  return {
    displaylogo: false,
    // Nothing leaves the machine.
    showSendToCloud: false,
    plotlyServerURL: "",
    modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d"],
    modeBarButtonsToAdd: document.fullscreenEnabled ? [enlarge] : [],
    topojsonURL: new URL(words.maps, document.baseURI).href,
    locale: words.language,
    locales: { [words.language]: { dictionary: words.dictionary, format: words.format } },
  };
}

function sizeOf({ place, sent: { height } }) {
  const fills = document.fullscreenElement === place;
  const width = Math.floor(place.clientWidth);
  return { width: width < NARROWEST ? 0 : width, height: fills ? innerHeight : height };
}

const isSame = (size, other) => size?.width === other.width && size.height === other.height;

function fit(box) {
  if (!box.sent) return;
  const size = sizeOf(box);
  if (!size.width || isSame(box.size, size)) return;
  if (!box.size.width) return draw(box);
  box.size = size;
  Plotly.relayout(box.place, box.size);
}

/** The card of a mark in lines that are not longer than the chart is wide. */
function narrow(text, width) {
  const letters = Math.max(1, Math.floor((width - 40) / LETTER));
  return text.replace(new RegExp(`(?=[^<]{${letters + 1}})([^<]{1,${letters}}) `, "g"), "$1<br>");
}

/** A ring around the chosen mark, in the colours of the page: all marks look as they did. */
function ring({ place, chosen }) {
  place.querySelectorAll(".ring").forEach((each) => each.remove());
  if (!chosen || !place.calcdata) return;
  const points = place.calcdata.flatMap((all) => all.filter((point) => markOf(all[0].trace, point) === chosen));
  const { left, top } = place.getBoundingClientRect();
  const { l: before, w: shown } = place._fullLayout._size;
  const around = [];
  for (const mark of points.length ? place.querySelectorAll(MARKS) : []) {
    if (!points.includes(mark.__data__)) continue;
    const at = mark.getBoundingClientRect();
    // A small country has a shape and a point on it: they have one ring.
    const other = around.findIndex((ringed) => touch(ringed, at));
    if (other < 0) around.push(at);
    else around[other] = both(around[other], at);
  }
  for (const at of around) {
    const middle = (at.left + at.right) / 2 - left - before;
    if (middle < -1 || middle > shown + 1) continue; // outside the time that is shown
    const each = document.createElement("div");
    const size = Math.max(at.width, at.height);
    const apart = POINT < size && size < SMALL ? TIGHT : RING;
    each.className = apart === TIGHT ? "ring tight" : "ring";
    Object.assign(each.style, {
      left: `${at.left - left - apart}px`,
      top: `${at.top - top - apart}px`,
      width: `${at.width + 2 * apart}px`,
      height: `${at.height + 2 * apart}px`,
    });
    place.querySelector(".main-svg:last-of-type").before(each); // below the card
  }
}

const touch = (a, b) => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

function both(a, b) {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}

const markOf = ({ customdata }, { i, index }) => String([customdata?.[i ?? index]].flat()[0]);

/** A second click on a mark takes it back; one without rows leaves what is chosen. */
function clicked(box, { points: [point] }) {
  const [mark] = [point?.customdata].flat();
  if (box.sent.picks && mark !== undefined && mark !== null) {
    pick(box, String(mark) === box.chosen ? null : String(mark));
    // Below a finger the card would stay, over the ring.
    if (box.chosen && matchMedia("(hover: none)").matches) Plotly.Fx.unhover(box.place);
  }
}

function putAway(box) {
  if (box.chosen) pick(box, null);
}

/** Choose a mark, or none with null; that of another chart is no longer chosen. */
function pick(box, mark) {
  pickedAt = Math.max(pickedAt + 1, Date.now());
  for (const each of boxes.values()) {
    each.chosen = each === box ? mark : null;
    ring(each);
  }
  box.trigger("pick", { mark, at: pickedAt });
}

function dragged(box, event) {
  if (box.sent.ranges && event?.range?.x) box.trigger("range", event.range.x.map(String));
}
