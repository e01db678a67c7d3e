import { csvFormatRows } from 'd3';

/**
 * A table as CSV (RFC 4180), after comment lines that begin with `# `. Numbers are written so that reading them gives
 * the very same number; null is an empty field.
 */
export function csvText(
  comments: readonly string[],
  columns: readonly string[],
  rows: readonly (readonly (number | string | null)[])[],
): string {
  const cells = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  const head = comments.map((line) => `# ${line.replaceAll(/[\r\n]+/g, ' ')}\n`).join('');
  return `${head}${csvFormatRows([[...columns], ...cells])}\n`;
}
