/** How a language, by its BCP 47 tag, writes numbers and the words beside them. */
export function numbersIn(language: string) {
  const rules = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language, { useGrouping: false, maximumSignificantDigits: 15 });
  return {
    /** A number inside a sentence. */
    number: (value: number) => format.format(value),
    /** One of a word's forms, by what the language counts as one: in French 0 and 1.5 too. */
    plural: (count: number, one: string, other: string) => (rules.select(count) === 'one' ? one : other),
  };
}
