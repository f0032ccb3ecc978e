// CSV as RFC 4180 has it, lines ended by a newline alone.

/** @param {(string | number | undefined)[][]} rows @returns {string} */
export function csv(rows) {
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

/** A cell; one that a spreadsheet would take for a formula gets an apostrophe before it.
    @param {string | number | undefined} given */
function cell(given = "") {
  const text = typeof given === "string" && /^[=+\-@\t\r\n]/.test(given) ? `'${given}` : String(given);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
