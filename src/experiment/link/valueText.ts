/**
 * A value of a program or a file as the text of a link. A number is no typed one: its point is made to look like no sign
 * between thousands.
 */
export function valueText(value: unknown): string {
  const text = String(value);
  return typeof value === 'number' && /\.\d{3}$/.test(text) ? `${text}0` : text;
}
