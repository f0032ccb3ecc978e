// Which statements are shown. A facet's boxes are all ticked at first; its counts are of what the other facets let by.

const FIRST = 8; // choices of a facet that stand open
const state = { off: {}, voice: "all", query: "", themeNodes: true, chosen: null, page: 0 };

/** A facet: `of(statement)` gives the choices that a statement falls under; it stays if any (or `all`) is ticked. */
const FACETS = [
  { key: "act", title: "Acts", of: (one) => [one.act], name: (act) => act, icon: (act) => line(act), order: ACTS },
  {
    key: "family", title: "Types of node", all: true, icon: sign, first: Infinity,
    of: (one) => participants(one).map((each) => NODES[each.node].family),
    name: (family) => FAMILIES.get(family)?.label ?? family, order: data.families.map((family) => family.key),
  },
  {
    key: "theme", title: "Themes", of: (one) => (one.themes ?? [{ node: -1 }]).map((theme) => theme.node),
    name: (node) => (node < 0 ? "No theme" : NODES[node].label), icon: (node) => (node < 0 ? null : sign("theme")),
  },
  {
    key: "speaker", title: "Speakers", of: speakersOf,
    name: (node) => (node === -1 ? "The document itself" : node === -2 ? "Speaker not named" : NODES[node].label),
    icon: (node) => (node < 0 ? null : sign(NODES[node].family)),
  },
  {
    key: "document", title: "Documents", of: (one) => [one.document], order: data.documents.map((_, at) => at),
    name: (at) => data.documents[at].title, note: (at) => data.documents[at].date,
  },
];
const VOICES = { all: "All voices", own: "Document voice only", reported: "Reported only" };

function speakersOf(statement) {
  if (!isReported(statement)) return [-1];
  const nodes = speakers(statement).map((one) => one.node);
  return nodes.length ? nodes : [-2];
}

for (const facet of FACETS) {
  const totals = new Map();
  facet.values = STATEMENTS.map((statement) => [...new Set(facet.of(statement))]);
  for (const value of facet.values.flat()) totals.set(value, (totals.get(value) ?? 0) + 1);
  facet.choices = facet.order
    ? facet.order.filter((value) => totals.has(value))
    : [...totals.keys()].sort((a, b) => (a < 0) - (b < 0) || totals.get(b) - totals.get(a) || a - b);
  state.off[facet.key] = new Set();
}

/** The statements that are shown, and for each facet and voice what a choice would give. */
function sift() {
  const shown = [];
  const counts = new Map(FACETS.map((facet) => [facet.key, new Map()]));
  const voices = { all: 0, own: 0, reported: 0 };
  const needle = folded(state.query.trim());
  STATEMENTS.forEach((statement, at) => {
    if (needle && !haystack(at).includes(needle)) return;
    const kind = isReported(statement) ? "reported" : "own";
    const heard = state.voice === "all" || state.voice === kind;
    const stopped = FACETS.filter((facet) => !lets(facet, at));
    if (!stopped.length) {
      voices.all += 1;
      voices[kind] += 1;
      if (heard) shown.push(at);
    }
    if (!heard || stopped.length > 1) return;
    for (const facet of stopped.length ? stopped : FACETS) {
      const of = counts.get(facet.key);
      for (const value of facet.values[at]) of.set(value, (of.get(value) ?? 0) + 1);
    }
  });
  return { shown, counts, voices };
}

function lets(facet, at) {
  const off = state.off[facet.key];
  if (!off.size) return true;
  const on = (value) => !off.has(value);
  return facet.all ? facet.values[at].every(on) : facet.values[at].some(on);
}

function isFiltered() {
  return Boolean(state.query.trim()) || state.voice !== "all" || FACETS.some((facet) => state.off[facet.key].size);
}

function clearFilters() {
  Object.assign(state, { voice: "all", query: "", page: 0 });
  for (const facet of FACETS) state.off[facet.key].clear();
}

/** Builds the pane once; `showCounts` keeps it up to date. */
function buildFilters(changed) {
  byId("filters").append(voiceBox(changed), ...FACETS.map((facet) => facetBox(facet, changed)));
}

function voiceBox(changed) {
  const icons = { own: line("assertion"), reported: line("assertion", true) };
  const rows = Object.entries(VOICES).map(([key, label]) => {
    const input = el("input", { type: "radio", name: "voice", value: key, checked: key === state.voice,
      onchange: () => changed({ voice: key }) });
    return el("li", { class: "choice" }, el("label", {}, input, icons[key], el("span", {}, label)),
      el("span", { class: "count", "data-voice": key }));
  });
  const negated = el("p", { class: "key" }, line("assertion", false, true), "a bar across: negated");
  return el("fieldset", {}, el("legend", {}, "Voice"), el("ul", {}, rows), negated);
}

function facetBox(facet, changed) {
  const off = state.off[facet.key];
  const set = (values) => { off.clear(); values.forEach((value) => off.add(value)); changed({}); };
  const rows = facet.choices.map((value, at) => choiceRow(facet, value, at >= (facet.first ?? FIRST), set, changed));
  const more = facet.choices.length > (facet.first ?? FIRST) && el("button", { type: "button", class: "link", onclick: () => {
    rows.forEach((row) => row.removeAttribute("hidden"));
    rows[FIRST].querySelector("input").focus();
    more.remove();
  } }, `Show all ${number(facet.choices.length)}`);
  const heads = facet.key === "theme" && facet.choices.some((node) => node >= 0) && el("label", { class: "switch" },
    el("input", { type: "checkbox", id: "theme-nodes", checked: true,
      onchange: (event) => changed({ themeNodes: event.target.checked }) }), "Draw themes as nodes");
  return el("fieldset", { "data-facet": facet.key },
    el("legend", {}, facet.title), el("button", { type: "button", class: "link every", hidden: true,
      "aria-label": `All: ${facet.title}`, onclick: () => set([]) }, "all"),
    heads, el("ul", {}, rows), more);
}

function choiceRow(facet, value, hidden, set, changed) {
  const off = state.off[facet.key];
  const name = cut(facet.name(value), 80);
  const input = el("input", { type: "checkbox", checked: true, "data-value": value,
    onchange: (event) => { off[event.target.checked ? "delete" : "add"](value); changed({}); } });
  const note = facet.note?.(value);
  return el("li", { class: "choice", hidden },
    el("label", {}, input, facet.icon?.(value), el("span", {}, words(name), note && el("small", {}, note))),
    el("span", { class: "count" }),
    el("button", { type: "button", class: "only", "aria-label": `Only ${name}`,
      onclick: () => set(facet.choices.filter((other) => other !== value)) }, "only"));
}

function showCounts({ counts, voices }) {
  for (const count of document.querySelectorAll("[data-voice]")) count.textContent = number(voices[count.dataset.voice]);
  for (const input of document.querySelectorAll("[name=voice]")) input.checked = input.value === state.voice;
  for (const facet of FACETS) {
    const box = document.querySelector(`[data-facet=${facet.key}]`);
    const of = counts.get(facet.key);
    box.querySelector(".every").hidden = !state.off[facet.key].size;
    box.querySelectorAll(".choice").forEach((row, at) => {
      const value = facet.choices[at];
      row.querySelector("input").checked = !state.off[facet.key].has(value);
      row.querySelector(".count").textContent = number(of.get(value) ?? 0);
      row.classList.toggle("none", !of.get(value));
    });
  }
}
