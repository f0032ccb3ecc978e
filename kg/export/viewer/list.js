// The list of statements: every one that is shown, a page at a time, under the documents that they stand in.

const PAGE = 100;

function showList(shown, choose) {
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  state.page = Math.min(state.page, pages - 1);
  const from = state.page * PAGE;
  const page = shown.slice(from, from + PAGE);
  const items = page.flatMap((at, place) => {
    const isFirst = !place || STATEMENTS[page[place - 1]].document !== STATEMENTS[at].document;
    return isFirst ? [documentRow(STATEMENTS[at].document), statementRow(at, choose)] : [statementRow(at, choose)];
  });
  byId("rows").replaceChildren(...(items.length ? items : [el("li", { class: "empty" }, "Nothing fits these filters.")]));
  byId("range").textContent = shown.length > PAGE ? `${number(from + 1)}–${number(from + page.length)} of ${number(shown.length)}` : "";
  byId("earlier").hidden = byId("later").hidden = shown.length <= PAGE;
  byId("earlier").disabled = !state.page;
  byId("later").disabled = state.page === pages - 1;
  markRow();
}

function documentRow(at) {
  const { title, date } = data.documents[at];
  return el("li", { class: "document" }, el("h3", {}, words(title)), date && el("span", {}, date));
}

function statementRow(at, choose) {
  const one = STATEMENTS[at];
  const themes = (one.themes ?? []).map((theme) => NODES[theme.node].label);
  return el("li", {}, el("button", { type: "button", class: "row", "data-at": at, onclick: () => choose({ kind: "statement", at }) },
    triple(one), el("span", { class: "meta" }, line(one.act, isReported(one), one.polarity === "negative"), one.act, " · ",
      words(cut(voice(one), 60), isReported(one) ? "reported" : "own"), themes.length ? " · " : "", words(cut(themes.join(", "), 60)))));
}

/** Subject, relation, object as the sentence has them. */
function triple(one) {
  return el("span", { class: "triple" },
    words(cut(named(one, one.subject), 90), one.subject.spans ? "subject" : "subject implied"), " ",
    words(cut(relationWords(one), 60), one.relation.spans ? "relation" : "relation implied"), " ", one.object && words(cut(named(one, one.object), 110), "object"));
}

function markRow() {
  for (const row of document.querySelectorAll(".row[aria-current]")) row.removeAttribute("aria-current");
  if (state.chosen?.kind !== "statement") return;
  const row = document.querySelector(`.row[data-at="${state.chosen.at}"]`);
  row?.setAttribute("aria-current", "true");
  row?.scrollIntoView({ block: "nearest" });
}

/** Turns to the page that holds a statement. */
function turnTo(shown, at) {
  const place = shown.indexOf(at);
  if (place >= 0) state.page = Math.floor(place / PAGE);
}

/** Up, Down, Home and End go from row to row. */
function walkRows(event) {
  const rows = [...document.querySelectorAll(".row")];
  const here = rows.indexOf(document.activeElement);
  const steps = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 };
  if (here < 0 || !(event.key in steps)) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, steps[event.key]))].focus();
}
