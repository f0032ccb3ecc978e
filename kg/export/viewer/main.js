// What a reader does, and what follows from it: `change` filters, `choose` selects, and both redraw what they touch.

let current = null; // what the filters let by

function change(changes) {
  Object.assign(state, { page: 0 }, changes);
  refresh();
  byId("rows").scrollTop = 0;
  if (state.chosen?.kind === "statement" && !current.shown.includes(state.chosen.at)) choose(null);
  if (!state.chosen) network.fit({ animation: GLIDE });
}

function refresh() {
  current = sift();
  showCounts(current);
  drawOnly(views, current.shown);
  showList(current.shown, choose);
  byId("reset").disabled = !isFiltered();
  const documents = new Set(current.shown.map((at) => STATEMENTS[at].document)).size;
  byId("summary").textContent =
    `${share(current.shown.length, STATEMENTS.length, "statement")} · ${share(documents, data.documents.length, "document")}`;
}

/** "384 statements", "15 of 384 statements". */
function share(count, total, name) {
  return count === total ? counted(total, name) : `${number(count)} of ${counted(total, name)}`;
}

function choose(chosen) {
  state.chosen = chosen;
  document.querySelector("main").toggleAttribute("data-chosen", Boolean(chosen));
  paint(chosen);
  showReading(choose);
  if (chosen?.kind === "statement") {
    const page = state.page;
    turnTo(current.shown, chosen.at);
    if (page !== state.page) showList(current.shown, choose);
  }
  markRow();
  look(chosen);
  if (chosen) showPane("reading");
}

/** On a narrow screen one pane stands below the graph at a time. */
function showPane(name) {
  document.querySelector("main").dataset.pane = name;
  for (const tab of document.querySelectorAll("[data-show]")) tab.setAttribute("aria-pressed", String(tab.dataset.show === name));
}

function listen() {
  let pause = 0;
  byId("search").addEventListener("input", (event) => {
    clearTimeout(pause);
    pause = setTimeout(() => change({ query: event.target.value }), 120);
  });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("reset").addEventListener("click", () => { clearFilters(); byId("search").value = ""; change({}); byId("search").focus(); });
  byId("closer").addEventListener("click", () => zoom(1.4));
  byId("further").addEventListener("click", () => zoom(1 / 1.4));
  byId("whole").addEventListener("click", () => network.fit({ animation: GLIDE }));
  byId("loosen").addEventListener("click", ({ target }) => {
    const isLoose = target.getAttribute("aria-pressed") !== "true";
    target.setAttribute("aria-pressed", String(isLoose));
    loosen(isLoose);
  });
  for (const [id, step] of [["earlier", -1], ["later", 1]]) {
    byId(id).addEventListener("click", () => { state.page += step; showList(current.shown, choose); byId("rows").scrollTop = 0; });
  }
  for (const tab of document.querySelectorAll("[data-show]")) tab.addEventListener("click", () => showPane(tab.dataset.show));
  byId("rows").addEventListener("keydown", walkRows);
  document.addEventListener("keydown", shortcut);
}

function shortcut(event) {
  const isTyping = document.activeElement === byId("search");
  if (event.key === "/" && !isTyping) {
    event.preventDefault();
    byId("search").focus();
  } else if (event.key === "Escape" && !isTyping) choose(null);
}

function tellDrawn() {
  const total = STATEMENTS.length;
  if (data.drawn === total) return;
  byId("drawn").textContent = `${number(data.drawn)} of ${counted(total, "statement")} drawn, the best connected; the list holds all`;
}

const views = startDrawing(choose);
buildFilters(change);
listen();
tellDrawn();
paint(null);
refresh();
showReading(choose);
network.fit();
