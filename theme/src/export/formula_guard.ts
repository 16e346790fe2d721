/**
 * The guard that keeps spreadsheets from running a cell as a formula.
 *
 * The same as `plugins/cuttings/article/formula_guard.py`, which says what it is for and how the
 * value is read back; both are tested by `tests/cases/formula_guard.json`.
 */

const SEPARATORS = ",;\\t\\r\\n";
/** White space, control characters, and invisible characters. */
const BLANK = "\\x00-\\x20\\x7f-\\xa0\\xad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff";
/** Characters that begin a formula, with the minus sign and the forms that NFKC makes equal. */
const SIGNS = "=+\\-@\\u207a\\u207c\\u208a\\u208c\\u2212\\ufb29\\ufe62\\ufe63\\ufe66\\ufe6b\\uff0b\\uff0d\\uff1d\\uff20";

/** All characters between two words, and the sign after them; each run is read once, so the time is linear. */
const RUN = new RegExp(`(^[${BLANK}${SEPARATORS}'"]*|[${BLANK}${SEPARATORS}'"]+)([${SIGNS}]?)`, "g");
const ANY_SEPARATOR = new RegExp(`[${SEPARATORS}]`);
const BEGINS_BLANK = new RegExp(`^'*[${BLANK}]`);

/** A value as it is written into a cell. */
export function guarded(value: string): string {
  const text = value.replace(RUN, (found: string, run: string, sign: string, start: number) =>
    sign !== "" && (start === 0 || ANY_SEPARATOR.test(run)) ? `${run}'${sign}` : found,
  );
  return BEGINS_BLANK.test(text) ? `'${text}` : text;
}
