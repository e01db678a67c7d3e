const withPoint = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const withComma = /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i;

/** The number of a cell, NaN for any other text; with a decimal comma too where commas do not part the cells. */
export function cellNumber(cell: string, hasCommas: boolean): number {
  const text = cell.trim();
  if (withPoint.test(text)) return Number(text);
  return hasCommas && withComma.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
