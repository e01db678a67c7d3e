/**
 * A plain number as the document's language writes it, with its decimal sign; what has no decimals stays as it is. The page
 * names the language in `<html data-numbers>`: `lang` is what a translating browser rewrites. English where there is none.
 */
export function writtenNumber(number: number | string): string {
  const language = globalThis.document?.documentElement.dataset.numbers ?? 'en';
  const [, sign = '.'] = (0.5).toLocaleString(language);
  return String(number).replace('.', sign);
}
