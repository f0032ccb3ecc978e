// The form in which a reader judges a statement: right, wrong or to be fixed, with a note.

import { FIELDS } from "./decisions.js";
import { button, capital, el } from "./dom.js";

/** @typedef {import("./decisions.js").Decisions} Decisions */
/** @typedef {import("./decisions.js").Verdict} Verdict */

const VERDICTS = /** @type {const} */ (["right", "wrong", "fix"]);

/** @param {Decisions} decisions @param {number} at @param {(text: string) => void} announce @returns {HTMLElement} */
export function judgeForm(decisions, at, announce) {
  const known = decisions.of(at);
  let draft = { verdict: known?.verdict ?? "right", field: known?.field ?? "", value: known?.value ?? "", note: known?.note ?? "" };
  let isJudged = Boolean(known);
  const keep = (/** @type {Partial<typeof draft>} */ change) => {
    draft = { ...draft, ...change };
    if (isJudged) decisions.set(at, draft);
  };
  const judge = (/** @type {Verdict} */ verdict) => {
    isJudged = true;
    keep({ verdict, field: verdict === "fix" ? draft.field || FIELDS[0] : draft.field });
    more.hidden = false;
    fix.hidden = verdict !== "fix";
    announce(`Judged ${verdict}${decisions.isKept ? "" : "; the browser will not keep it: download decisions.csv before you close the page"}`);
  };
  const choices = VERDICTS.map((verdict) => el("label", { class: `verdict ${verdict}` },
    el("input", { type: "radio", name: "verdict", value: verdict, checked: known?.verdict === verdict, onchange: () => judge(verdict) }), capital(verdict)));
  const field = el("select", { id: "fix-field", onchange: () => keep({ field: field.value }) },
    FIELDS.map((name) => el("option", { value: name, selected: name === draft.field }, name)));
  const value = el("input", { id: "fix-value", type: "text", value: draft.value, oninput: () => keep({ value: value.value }) });
  const note = el("textarea", { id: "judge-note", rows: 2, oninput: () => keep({ note: note.value }) }, draft.note);
  const fix = el("div", { class: "correction", hidden: known?.verdict !== "fix" },
    el("label", { for: "fix-field" }, "Its "), field, el("label", { for: "fix-value" }, " should be "), value);
  const more = el("div", { class: "more", hidden: !known }, fix, el("label", { for: "judge-note" }, "Note"), note,
    button("Take the judgement back", () => {
      isJudged = false;
      decisions.set(at, null);
      form.replaceWith(judgeForm(decisions, at, announce));
      announce("Judgement taken back");
    }, { class: "link" }));
  const form = el("fieldset", { class: "judge" }, el("legend", {}, "Is it right?"), el("div", { class: "verdicts" }, choices), more);
  return form;
}
