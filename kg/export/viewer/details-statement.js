// A statement in the details pane: who says it, what it says, how, and what hangs together with it.

import { facts, listed, nodeButton, triple, valueText } from "./details-parts.js";
import { capital, cut, el, words } from "./dom.js";
import { line } from "./icons.js";
import { term } from "./terms.js";

/** @typedef {import("./details-parts.js").Desk} Desk */
/** @typedef {import("./types").Statement} Statement */
/** @typedef {import("./types").Participant} Participant */

/** @param {Desk} desk @param {number} at @param {import("./types").Shown} shown */
export function statementView(desk, at, shown) {
  const { book } = desk;
  const one = book.statements[at];
  return [
    el("p", { class: "kicker" }, line(one.act, Boolean(one.chain), one.polarity === "negative"), term(book, `act/${one.act}`, capital(one.act)),
      one.deontic && [" · ", term(book, `deontic/${one.deontic}`, one.deontic)], " · ", words(book.voice(one), one.chain ? "reported" : "own", 60)),
    el("h2", { class: "title" }, triple(book, at)),
    !shown.has(at) && el("p", { class: "warning" }, "The filters do not let this statement by."),
    el("blockquote", { class: "said", dir: "auto" }, words(book.evidence(one), "", 600)),
    desk.take([at], at), desk.judge(at),
    el("h3", {}, "Who says it"), chain(desk, one),
    el("h3", {}, "What it says"), facts(parts(desk, one)),
    el("h3", {}, "How"), facts(manner(desk, one)),
    ...related(desk, one, at),
  ];
}

/** @param {Desk} desk @param {Statement} one */
function chain(desk, one) {
  const { book } = desk;
  if (!one.chain) {
    const { issuer } = book.documents[one.document];
    return el("p", {}, term(book, "voice/document", "The document itself"), issuer ? [", issued by ", words(issuer)] : " (its issuer is not known)");
  }
  return el("ol", { class: "chain" }, one.chain.map((link) => {
    const who = (link.speakers ?? []).flatMap((speaker) => [" and ", nodeButton(desk, speaker.node)]).slice(1);
    const isAway = link.sentence[0] !== one.sentence[0];
    return el("li", {}, who.length ? who : "Speaker not named", link.cue?.text ? [" “", words(link.cue.text, "cue", 60), "”"] : "", " · ",
      term(book, `mode/${link.mode}`), isAway && el("p", { class: "quiet" }, `Sentence ${link.sentence[0] + 1}: `, words(book.sentence(one, link.sentence))));
  }));
}

/** @param {Desk} desk @param {Statement} one @returns {[string | Node, ...any[]][]} */
function parts(desk, one) {
  const { book } = desk;
  const { relation } = one;
  const mapped = relation.predicate ? term(book, relation.predicate) : "none of the ontology’s relations";
  return [
    ["Subject", participantOf(desk, one, one.subject)],
    ["Relation", words(book.relationWords(one), "relation"), el("small", {}, "“", words(relation.lemma, "", 60), `”, ${relation.voice} · `, mapped)],
    ["Object", one.object ? participantOf(desk, one, one.object) : el("span", { class: "quiet" }, one.content ? "what is said, below" : "none")],
    ...(one.arguments ?? []).map((argument) => /** @type {[string, ...any[]]} */ ([capital(argument.role),
      el("span", {}, argument.preposition && [words(argument.preposition, "", 40), " "], participantOf(desk, one, argument))])),
    ["Time", one.time ? words(valueText(one.time)) : el("span", { class: "quiet" }, "not said")],
    ["Themes", one.themes ? el("span", {}, one.themes.flatMap((theme) => [nodeButton(desk, theme.node), theme.primary ? el("small", {}, "first theme ") : " "]))
      : el("span", { class: "quiet" }, "none")],
  ];
}

/** @param {Desk} desk @param {Statement} one @param {Participant} participant */
function participantOf(desk, one, participant) {
  const { book } = desk;
  const node = book.nodes[participant.node];
  const text = participant.spans && book.spanned(one.document, participant.spans);
  return el("span", {}, nodeButton(desk, participant.node), text && text !== node.label && el("small", {}, "“", words(text, "", 160), "”"),
    node.class && el("small", {}, term(book, node.class)), participant.value && el("small", {}, words(valueText(participant.value))),
    participant.via && el("small", {}, "known by: ", words(participant.via, "", 120)), participant.implied && el("small", {}, "not in the words"));
}

/** @param {Desk} desk @param {Statement} one @returns {[string | Node, ...any[]][]} */
function manner(desk, one) {
  const { book } = desk;
  const named = (/** @type {string} */ kind, /** @type {string | undefined} */ value) => value && term(book, `${kind}/${value}`, value);
  const strength = one.strength && el("span", {}, `${one.strength} of 5`, el("small", {}, term(book, `strength/${one.act}/${one.strength}`, book.terms[`strength/${one.act}/${one.strength}`]?.label ?? "")));
  const right = one.confidence !== undefined && `${one.confidence.toFixed(2)}: `;
  return [
    ["Act", named("act", one.act)], ["Deontic", named("deontic", one.deontic) || (one.act === "directive" && "not known")],
    ["Strength", strength], ["Form", named("form", one.form)], ["Polarity", named("polarity", one.polarity)],
    ["Modality", named("modality", one.modality)], ["Hedge", one.hedge && words(one.hedge.text)], ["Stance", named("stance", one.stance)],
    ["Valence", named("valence", one.valence)], ["Rule", el("code", {}, cut(one.rule, 80))],
    ["Confidence", right && el("span", {}, right, el("small", {}, `the rule was right in ${Math.round((one.confidence ?? 0) * 100)} of 100 such cases of the gold`))],
    ["Statement", el("code", {}, one.id)],
  ];
}

/** What it reports, and what the same clause gave besides. @param {Desk} desk @param {Statement} one @param {number} at */
function related(desk, one, at) {
  /** @type {[string, number[]][]} */
  const groups = [["What is said", one.content ?? []], ["Said in", desk.book.saidIn(at)], ["From the same clause", desk.book.siblings(at)]];
  return groups.filter(([, list]) => list.length).flatMap(([title, list]) => [el("h3", {}, title), listed(desk, list)]);
}
