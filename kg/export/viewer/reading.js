// The reading pane: one statement with its words marked in their sentence, or one node with its statements.

const NEIGHBOUR = 110; // characters of the sentences before and after
const AROUND = 700; // characters of a sentence that are shown either side of long evidence
const MOST_ROWS = 60; // statements of a node that are listed here; the filters give the rest
const STRENGTH = {
  directive: ["", "permit, encourage", "call, ask", "should, recommend", "imperative, urge, demand", "must, shall"],
  commitment: ["", "consider", "aim, seek", "plan, intend", "will", "pledge, legally bound"],
};
const MODES = { direct: "in their own words", indirect: "in reported words", "according-to": "as the source",
  continued: "going on from an earlier sentence" };

function showReading(choose) {
  const views = { statement: statementView, node: nodeView };
  const chosen = state.chosen;
  byId("reading").replaceChildren(...(chosen ? views[chosen.kind](chosen.at, choose) : welcome()));
  byId("reading").scrollTop = 0;
}

function welcome() {
  return [el("h2", {}, "Who said what, in which words"),
    el("p", {}, "Each line of the graph is a statement. Choose a line or a row of the list to read its sentence, with the words that say it marked, and who says it. Choose a node for its statements."),
    el("p", {}, "A dark line is the document’s own voice; a violet line with a dot at its tail is somebody’s reported word. Dashes tell the act: a plain assertion, a directive, a commitment or an evaluation."),
    el("p", { class: "quiet" }, el("kbd", {}, "/"), " searches, ", el("kbd", {}, "↑"), " ", el("kbd", {}, "↓"),
      " walk the list, ", el("kbd", {}, "Esc"), " lets go of the choice.")];
}

function statementView(at, choose) {
  const one = STATEMENTS[at];
  const place = data.documents[one.document];
  return [
    el("p", { class: "kicker" }, line(one.act, isReported(one), one.polarity === "negative"),
      `${one.deontic ? `${one.act}: ${one.deontic}` : one.act} · `, words(cut(voice(one), 60), isReported(one) ? "reported" : "own")),
    el("h2", {}, triple(one)),
    passage(one),
    el("p", { class: "source" }, words(place.title, "title"), ` · sentence ${one.sentence[0] + 1}`),
    el("p", { class: "source" }, [place.issuer, place.date, place.genre].filter(Boolean).flatMap((text) => [" · ", words(text)]).slice(1)),
    el("h3", {}, "Who says it"), chain(one, choose),
    el("h3", {}, "What it says"), facts(parts(one, choose)),
    el("h3", {}, "How"), facts(manner(one, choose)),
    ...related(one, at, choose),
    el("p", { class: "quiet" }, "Statement ", el("code", {}, one.id)),
  ];
}

/** The sentence between its neighbours, its evidence marked and the parts of the statement told apart. */
function passage(one) {
  const { sentence: [index, start, end], evidence } = one;
  const from = Math.max(start, evidence[0] - AROUND);
  const to = Math.min(end, from + 4 * AROUND, evidence[1] + AROUND);
  const [before, after] = [index - 1, index + 1].map((at) => data.documents[one.document].sentences?.[at]);
  const neighbour = (text) => el("span", { class: "neighbour" }, text);
  return el("blockquote", { dir: "auto" },
    sameParagraph(one, before, start) && neighbour(`${tail(slice(one.document, ...before))} `), from > start && "…",
    marked(one, from, to), to < end && "…",
    sameParagraph(one, after, end) && neighbour(` ${cut(slice(one.document, ...after), NEIGHBOUR)}`));
}

/** The last words of a sentence. */
function tail(text) {
  return text.length > NEIGHBOUR ? `…${text.slice(1 - NEIGHBOUR).replace(/^\S*\s/, "")}` : text;
}

function sameParagraph(one, span, edge) {
  return span && !slice(one.document, Math.min(span[1], edge), Math.max(span[0], edge)).includes("\n");
}

function marked(one, from, to) {
  const tags = [
    ...tagged(one.subject.spans, "subject"), ...tagged(one.relation.spans, "relation"), ...tagged(one.object?.spans, "object"),
    ...(one.arguments ?? []).flatMap((argument) => tagged(argument.spans, "argument")),
    ...(one.chain ?? []).flatMap((link) => [...tagged(link.cue?.spans, "cue"), ...(link.speakers ?? []).flatMap((who) => tagged(who.spans, "cue"))]),
    ...(one.themes ?? []).flatMap((theme) => tagged(theme.spans, "raised")),
  ];
  const [first, last] = one.evidence;
  const inside = (edge) => edge > from && edge < to;
  const edges = [...new Set([from, to, ...[first, last, ...tags.flatMap((tag) => [tag.start, tag.end])].filter(inside)])];
  edges.sort((a, b) => a - b);
  const mark = el("mark", { id: "evidence" });
  const pieces = [];
  edges.slice(0, -1).forEach((start, at) => {
    const end = edges[at + 1];
    const names = tags.filter((tag) => tag.start <= start && end <= tag.end).map((tag) => tag.name);
    const piece = names.length ? el("span", { class: [...new Set(names)].join(" ") }, slice(one.document, start, end)) : slice(one.document, start, end);
    const isEvidence = first <= start && end <= last;
    if (isEvidence) mark.append(piece);
    if (!isEvidence) pieces.push(piece);
    else if (pieces.at(-1) !== mark) pieces.push(mark);
  });
  return pieces;
}

function tagged(spans, name) {
  return (spans ?? []).map(([start, end]) => ({ start, end, name }));
}

function chain(one, choose) {
  if (!one.chain) {
    const issuer = data.documents[one.document].issuer;
    return el("p", { class: "own" }, "The document itself", issuer ? ", issued by " : " (its issuer is not known)", issuer && words(issuer));
  }
  return el("ol", { class: "chain" }, one.chain.map((link) => {
    const who = (link.speakers ?? []).flatMap((speaker) => [" and ", nodeButton(speaker.node, choose)]).slice(1);
    const away = link.sentence[0] !== one.sentence[0];
    return el("li", {}, who.length ? who : "Speaker not named", link.cue?.text && [" “", words(link.cue.text, "cue"), "”"],
      ` · ${MODES[link.mode]}`, away && el("p", { class: "quiet" }, `Sentence ${link.sentence[0] + 1}: `, words(sentence(one, link.sentence))));
  }));
}

function facts(rows) {
  return el("dl", {}, rows.filter((row) => row && row[1] !== undefined && row[1] !== null).flatMap(([name, ...value]) => [el("dt", {}, name), el("dd", {}, ...value)]));
}

function parts(one, choose) {
  const { relation } = one;
  return [
    ["Subject", participantOf(one, one.subject, choose)],
    ["Relation", words(relationWords(one), "relation"), el("small", {}, "“", words(cut(relation.lemma, 60)), `”, ${relation.voice} · ${relation.predicate ? `in the ontology: ${relation.predicate}` : "none of the ontology’s relations"}`)],
    ["Object", one.object ? participantOf(one, one.object, choose) : el("span", { class: "quiet" }, one.content ? "what is said, below" : "none")],
    ...(one.arguments ?? []).map((argument) => [capital(argument.role), argument.preposition && [words(cut(argument.preposition, 40)), " "], participantOf(one, argument, choose)]),
    ["Time", one.time ? words(valueText(one.time)) : el("span", { class: "quiet" }, "not said")],
    ["Themes", ...(one.themes ? one.themes.flatMap((theme) => [nodeButton(theme.node, choose), theme.primary && el("small", {}, "first theme"), " "]) : [el("span", { class: "quiet" }, "none")])],
  ];
}

function participantOf(one, participant, choose) {
  const node = NODES[participant.node];
  const text = participant.spans && spanned(one.document, participant.spans);
  return el("span", {}, nodeButton(participant.node, choose), text && text !== node.label && el("small", {}, "“", words(text), "”"),
    node.type && el("small", {}, node.type), participant.value && el("small", {}, words(valueText(participant.value))),
    participant.via && el("small", {}, "known by: ", words(cut(participant.via, 120))), participant.implied && el("small", {}, "not in the words"));
}

function manner(one) {
  const strength = one.strength && `${one.strength} of 5 (${STRENGTH[one.act]?.[one.strength] ?? "no name"})`;
  return [
    ["Act", one.act], ["Deontic", one.deontic ?? (one.act === "directive" ? "not known" : undefined)], ["Strength", strength], ["Form", one.form],
    ["Polarity", one.polarity], ["Modality", one.modality], ["Hedge", one.hedge && words(one.hedge.text)], ["Stance", one.stance],
    ["Valence", one.valence], ["Rule", el("code", {}, cut(one.rule, 80))],
    ["Confidence", one.confidence === undefined ? undefined : `${Math.round(one.confidence * 100)} in 100 right on gold`],
  ];
}

/** What it reports, and what the same clause gave besides. */
function related(one, at, choose) {
  const siblings = STATEMENTS.flatMap((other, place) => (other.frame === one.frame && place !== at ? [place] : []));
  const within = STATEMENTS.flatMap((other, place) => (other.content?.includes(at) ? [place] : []));
  const groups = [["What is said", one.content ?? []], ["Said in", within], ["From the same clause", siblings]];
  return groups.filter(([, list]) => list.length).flatMap(([title, list]) => [el("h3", {}, title), rowsOf(list, choose)]);
}

function nodeView(at, choose) {
  const node = NODES[at];
  const isTheme = node.family === "theme";
  const kind = isTheme ? "Theme" : node.type ?? FAMILIES.get(node.family)?.label ?? "";
  const voices = isTheme && [...new Set(raisedIn[at].flatMap((one) => speakersOf(STATEMENTS[one])))].filter((who) => who >= 0);
  const groups = isTheme ? [["Statements on it", raisedIn[at]]] : [["Says", speaksIn[at]], ["Stands in", standsIn[at]]];
  return [
    el("p", { class: "kicker" }, sign(node.family), capital(kind)), el("h2", {}, words(node.label)),
    facts([
      ["Also", node.aliases && words(node.aliases.join(", "))],
      ["Speak on it", voices && voices.length ? el("span", {}, voices.flatMap((who) => [nodeButton(who, choose), " "])) : undefined],
      ["Identifier", node.id && el("code", {}, cut(node.id))],
    ]),
    ...groups.filter(([, list]) => list.length).flatMap(([title, list]) => [
      el("h3", {}, `${title}: ${counted(list.length, "statement")}`), rowsOf(list.slice(0, MOST_ROWS), choose),
      list.length > MOST_ROWS && el("p", { class: "quiet" }, `The first ${MOST_ROWS} are here; search for the name to list all.`),
    ]),
    ...(node.merges ? [el("h3", {}, "Names taken for it, and why"), el("ul", { class: "plain" }, node.merges.map((reason) => el("li", {}, words(reason))))] : []),
  ].filter(Boolean);
}

function rowsOf(list, choose) {
  return el("ol", { class: "rows" }, list.map((at) => statementRow(at, choose)));
}

function nodeButton(node, choose) {
  return el("button", { type: "button", class: "node", onclick: () => choose({ kind: "node", at: node }) },
    sign(NODES[node].family), words(NODES[node].label));
}

function valueText(value) {
  return [value.approximate && "about", value.value, value.unit, value.precision && value.precision !== "day" && `(to the ${value.precision})`]
    .filter(Boolean).join(" ");
}

function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
