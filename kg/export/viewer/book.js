// What the page knows: documents, nodes, statements, and how to read their words out of the texts.

const data = JSON.parse(byId("data").textContent);
const STATEMENTS = data.statements;
const NODES = data.nodes;
const FAMILIES = new Map(data.families.map((family) => [family.key, family]));
const ACTS = ["assertion", "directive", "commitment", "evaluation"];
const DASHES = { assertion: null, directive: [8, 4], commitment: [2, 3], evaluation: [9, 3, 2, 3] };

/** Words between code points of a document. JavaScript counts otherwise only where a text has surrogate pairs. */
const slicers = data.documents.map(() => null);
function slice(document, start, end) {
  slicers[document] ??= slicer(data.documents[document].text);
  return slicers[document](start, end);
}

function slicer(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = Array.from(text);
  return (start, end) => points.slice(start, end).join("");
}

function spanned(document, spans) {
  return (spans ?? []).map(([start, end]) => slice(document, start, end)).join(" ");
}

/** The words of a participant, or the name of one that no words stand for. */
function named(statement, participant) {
  return participant.spans ? spanned(statement.document, participant.spans) : NODES[participant.node].label;
}

function relationWords(statement) {
  return spanned(statement.document, statement.relation.spans) || statement.relation.lemma;
}

function isReported(statement) {
  return Boolean(statement.chain);
}

/** The speakers of every link, outermost first. */
function speakers(statement) {
  return (statement.chain ?? []).flatMap((link) => link.speakers ?? []);
}

/** Who the words are from, in short: the innermost speaker, or the document. */
function voice(statement) {
  if (!isReported(statement)) return "document voice";
  const innermost = statement.chain.at(-1).speakers;
  return innermost ? innermost.map((one) => NODES[one.node].label).join(" and ") : "speaker not named";
}

function participants(statement) {
  return [statement.subject, statement.object, ...(statement.arguments ?? [])].filter(Boolean);
}

function sentence(statement, place = statement.sentence) {
  return slice(statement.document, place[1], place[2]);
}

/** By node: the statements in which it stands, speaks or is the theme. */
const standsIn = NODES.map(() => []);
const speaksIn = NODES.map(() => []);
const raisedIn = NODES.map(() => []);
STATEMENTS.forEach((statement, at) => {
  const into = (lists, numbers) => new Set(numbers).forEach((node) => lists[node].push(at));
  into(standsIn, participants(statement).map((one) => one.node));
  into(speaksIn, speakers(statement).map((one) => one.node));
  into(raisedIn, (statement.themes ?? []).map((theme) => theme.node));
});

function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What a search looks through, made when a statement is first searched. */
const searched = STATEMENTS.map(() => null);
function haystack(at) {
  const statement = STATEMENTS[at];
  const nodes = [...participants(statement), ...speakers(statement), ...(statement.themes ?? [])];
  searched[at] ??= folded([
    sentence(statement), statement.relation.lemma, ...nodes.map((one) => NODES[one.node].label),
    data.documents[statement.document].title,
  ].join("\n"));
  return searched[at];
}
