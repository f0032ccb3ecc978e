// The page: its state, the panes that follow it, and what keys and links do to it.

import { Book } from "./book.js";
import { Decisions } from "./decisions.js";
import { showDetails } from "./details.js";
import { byId, counted, number } from "./dom.js";
import { Filters } from "./filters.js";
import { judgeForm } from "./judge.js";
import { Picture } from "./picture.js";
import { copy, download } from "./save.js";
import { Search } from "./search.js";
import { Sieve } from "./sift.js";
import { Fragments, fresh, without } from "./state.js";
import { statementCsv } from "./statement-csv.js";
import { Table } from "./table.js";
import { takeButtons } from "./take.js";
import { listenForTerms } from "./terms.js";
import { Text } from "./text.js";
import { turtle } from "./turtle.js";
import { unpacked } from "./unpack.js";
import { VIEWS } from "./views.js";

/** @typedef {import("./types").State} State */

const book = new Book(unpacked(JSON.parse(byId("data").textContent)));
const sieve = new Sieve(book);
const fragments = new Fragments(book, VIEWS[0]?.key ?? "");
let state = fragments.read(location.hash);
let sifted = sieve.sift(state);
let siftedBy = filterKey(state);
let lastChosen = "";

/** @type {import("./types").Actions} */
const actions = {
  set(change, replace = false) {
    state = { ...state, ...change };
    const fragment = `#${fragments.write(state)}`;
    if (fragment !== location.hash && !(fragment === "#" && !location.hash)) {
      try {
        history[replace ? "replaceState" : "pushState"](null, "", fragment);
      } catch {
        location.hash = fragment; // where a frame may not write its history
      }
    }
    show();
  },
  choose(chosen) {
    if (chosen) turnTo("read");
    actions.set({ chosen });
  },
  hover(at) {
    text.light(at);
    picture.light(at);
    table.light(at);
  },
  narrow(only) {
    actions.set({ only: { ...state.only, ...only } });
  },
  announce(told) {
    byId("announcement").textContent = told;
  },
};

const decisions = new Decisions(book, () => { table.redraw(); showDecisions(); });
const filters = new Filters(sieve, actions, () => state);
const picture = new Picture(VIEWS, book, actions);
const table = new Table(book, actions, (at) => decisions.of(at)?.verdict ?? "");
const text = new Text(book, actions);
const search = new Search(book, actions, () => state);
const desk = {
  book, actions,
  judge: (/** @type {number} */ at) => judgeForm(decisions, at, actions.announce),
  take: (/** @type {number[]} */ statements, /** @type {number | undefined} */ at) => takeButtons(book, actions.announce, statements, at),
};

function show() {
  const key = filterKey(state);
  if (key !== siftedBy) sifted = sieve.sift(state);
  siftedBy = key;
  const chosen = state.chosen ? `${state.chosen.kind} ${state.chosen.at}` : "";
  byId("summary").textContent = `${number(sifted.statements.length)} of ${counted(book.statements.length, "statement")}`;
  byId("main").dataset.wide = state.options["page.wide"] ?? "";
  for (const widen of document.querySelectorAll("[data-widen]")) {
    widen.setAttribute("aria-pressed", String(widen.getAttribute("data-widen") === state.options["page.wide"]));
  }
  filters.update(state, sifted);
  search.update(state);
  table.update(state, sifted);
  text.update(state, sifted);
  showDetails(desk, state, sifted, chosen !== lastChosen);
  picture.update(state, sifted);
  lastChosen = chosen;
}

/** @param {State} one */
function filterKey({ query, only, from, until, confidence }) {
  return JSON.stringify([query, only, from, until, confidence]);
}

function showDecisions() {
  const many = decisions.all.size;
  byId("decisions").hidden = !many;
  byId("decisions").textContent = `decisions.csv (${number(many)})`;
  byId("decisions").title = decisions.isKept ? "Download the judgements; this browser keeps them" : "This browser does not keep the judgements: download them";
}

/** On a phone: the one pane that is shown. @param {string} pane */
function turnTo(pane) {
  byId("main").dataset.pane = pane;
  for (const tab of document.querySelectorAll("[data-turn]")) tab.setAttribute("aria-pressed", String(tab.getAttribute("data-turn") === pane));
}

/** @param {string} pane */
function widen(pane) {
  const options = without(state.options, "page.wide");
  actions.set({ options: state.options["page.wide"] === pane ? options : { ...options, "page.wide": pane } });
}

function reset() {
  const { query, only, from, until, confidence } = fresh(state.view);
  actions.set({ query, only, from, until, confidence });
}

/** @param {KeyboardEvent} event */
function shortcut(event) {
  const isTyping = event.target instanceof Element && event.target.matches("input, textarea, select");
  if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    byId("search").focus();
  } else if (event.key === "Escape" && !isTyping && state.chosen) actions.choose(null);
}

function listen() {
  byId("reset").addEventListener("click", reset);
  byId("back").addEventListener("click", () => history.back());
  byId("forward").addEventListener("click", () => history.forward());
  byId("decisions").addEventListener("click", () => download("decisions.csv", decisions.csv(), "text/csv"));
  byId("table-csv").addEventListener("click", () => {
    download("statements.csv", statementCsv(book, table.rows), "text/csv");
    actions.announce(`${counted(table.rows.length, "statement")} downloaded`);
  });
  byId("table-turtle").addEventListener("click", () => copy(turtle(book, table.rows), counted(table.rows.length, "statement"), actions.announce));
  byId("link").addEventListener("click", () => copy(location.href, "Link to this view", actions.announce));
  for (const one of document.querySelectorAll("[data-widen]")) one.addEventListener("click", () => widen(one.getAttribute("data-widen") ?? ""));
  for (const tab of document.querySelectorAll("[data-turn]")) {
    tab.addEventListener("click", () => {
      turnTo(tab.getAttribute("data-turn") ?? "");
      show();
    });
  }
  document.addEventListener("keydown", shortcut);
  addEventListener("popstate", () => { state = fragments.read(location.hash); show(); });
  listenForTerms(book);
}

listen();
showDecisions();
if (state.chosen) turnTo("read");
show();
document.documentElement.dataset.ready = "true";
