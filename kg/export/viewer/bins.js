// Stretches of time of one length, from the first date to the last.

const MOST = 48; // stretches

/** @typedef {{ label: string, from: string, until: string, of: (date: string) => string }} Bin */

/** Months, years or decades, whichever are few enough, from the first date to the last. @param {string[]} dates sorted @returns {Bin[]} */
export function binned(dates) {
  if (!dates.length) return [];
  const months = (/** @type {string} */ date) => Number(date.slice(0, 4)) * 12 + (Number(date.slice(5, 7)) || 1) - 1;
  const [first, last] = [months(dates[0]), months(dates[dates.length - 1])];
  const step = [1, 3, 12, 60, 120, 600].find((size) => Math.floor(last / size) - Math.floor(first / size) < MOST) ?? 1200;
  const name = (/** @type {number} */ at) => {
    const [year, month] = [Math.floor((at * step) / 12), ((at * step) % 12) + 1];
    if (step >= 12) return step === 12 ? String(year) : `${year}–${year + step / 12 - 1}`;
    return step === 1 ? `${year}-${String(month).padStart(2, "0")}` : `${year} Q${(month + 2) / 3}`;
  };
  const day = (/** @type {number} */ month) => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  const of = (/** @type {string} */ date) => (/^\d{4}/.test(date) ? name(Math.floor(months(date) / step)) : "");
  const bins = [];
  for (let at = Math.floor(first / step); at <= Math.floor(last / step); at += 1) {
    const end = (at + 1) * step - 1;
    const days = new Date(Date.UTC(Math.floor(end / 12), (end % 12) + 1, 0)).getUTCDate();
    bins.push({ label: name(at), from: `${day(at * step)}-01`, until: `${day(end)}-${days}`, of });
  }
  return bins;
}
