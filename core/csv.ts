/**
 * CSV after RFC 4180 (CRLF, quotes doubled). A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front of it: what a stranger sent by OSC must not run on the machine that opens the list.
 */
const FORMULA = /^[\s]*[=+\-@\t\r|%＝＋－＠]/;
const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

export const csvCell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const safe = FORMULA.test(text) && !isNumber(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
