import { ReasonError } from '#engine/worker/reason.ts';

/** Signs that no table has: they speak of a file of another kind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const control = /[\x00-\x08\x0e-\x1f]/;

const utf16Little = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfe;

/** The text of a table: UTF-8, UTF-16 with its mark, or what Excel saves in Western Europe. Throws a `ReasonError`. */
export function tableText(file: string, bytes: Uint8Array): string {
  const decoded = (encoding: string, isStrict: boolean) =>
    new TextDecoder(encoding, { fatal: isStrict }).decode(bytes);
  let text: string;
  try {
    text = decoded(utf16Little(bytes) ? 'utf-16le' : 'utf-8', true);
  } catch {
    text = decoded('windows-1252', false);
  }
  if (control.test(text)) throw new ReasonError({ code: 'notText', file });
  return text;
}
