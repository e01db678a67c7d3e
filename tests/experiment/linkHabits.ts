/** Something that mail and chat programs, trackers and hands do to the text of a link, `#` included. */
interface LinkHabit {
  readonly name: string;
  /** The text after it; `salt` chooses where there is a choice. */
  readonly mangle: (text: string, salt: number) => string;
}

const pick = <T>(values: readonly T[], salt: number): T => values[salt % values.length] as T;

/** A sign put into a text, somewhere between two letters or digits that stand beside each other. */
function inserted(text: string, sign: string, salt: number): string {
  const places = [...text.matchAll(/[a-z0-9](?=[a-z0-9])/gi)]
    .map(({ index }) => index + 1)
    // Not inside of what stands for another sign.
    .filter((place) => !/%[0-9a-f]?$/i.test(text.slice(0, place)));
  if (places.length === 0) return text;
  const place = pick(places, salt);
  return text.slice(0, place) + sign + text.slice(place);
}

const behindHash = (text: string, mangle: (rest: string) => string) => `#${mangle(text.replace(/^#/, ''))}`;

const trackers = [
  'utm_source=mail',
  'fbclid=IwAR0-x_y',
  'gclid=Cj0',
  'mc_cid=1&mc_eid=2',
  'UTM_Campaign=a.b',
];
const ends = [
  '.',
  ')',
  ',',
  '>',
  ';',
  '"',
  "'",
  '%3E',
  '%22',
  '%29',
  '.)',
  '%E2%80%9D',
  '**',
  '!',
  '?',
  ').',
  '`',
  ']',
];
const starts = ['!', '/', '!/', '?', '%23', '#'];

/** Those that leave the experiment unmistakable, in an order in which they can follow one another. */
export const sureHabits: readonly LinkHabit[] = [
  { name: 'a zero-width space', mangle: (text, salt) => inserted(text, '%E2%80%8B', salt) },
  { name: 'a soft hyphen', mangle: (text, salt) => inserted(text, '%C2%AD', salt) },
  { name: 'HTML’s ampersands', mangle: (text) => text.replaceAll('&', '&amp;') },
  { name: 'HTML’s ampersands twice', mangle: (text) => text.replaceAll('&', '&amp;amp;') },
  { name: 'encoded ampersands', mangle: (text) => text.replaceAll('&', '%26') },
  { name: 'encoded =', mangle: (text) => text.replaceAll('=', '%3D') },
  { name: 'encoded once more', mangle: (text) => behindHash(text, encodeURIComponent) },
  { name: 'the end', mangle: (text, salt) => text + pick(ends, salt) },
  { name: 'the start', mangle: (text, salt) => behindHash(text, (rest) => pick(starts, salt) + rest) },
  { name: 'tracking behind', mangle: (text, salt) => `${text}&${pick(trackers, salt)}` },
  { name: 'tracking behind a ?', mangle: (text, salt) => `${text}?${pick(trackers, salt)}` },
  {
    name: 'tracking in front',
    mangle: (text, salt) => behindHash(text, (rest) => `${pick(trackers, salt)}&${rest}`),
  },
  { name: 'capital letters', mangle: (text) => text.replace(/[a-z]+/g, (word) => word.toUpperCase()) },
  { name: 'a capital letter', mangle: (text) => text.replace(/[a-z]/, (letter) => letter.toUpperCase()) },
  { name: 'quoted-printable', mangle: (text) => text.replaceAll('=', '=3D') },
  { name: 'a query', mangle: (text) => text.replace(/^#/, '?') },
];

/** Those that lose something of it, which nobody can know. */
export const cutHabits: readonly LinkHabit[] = [
  { name: 'shortened', mangle: (text) => `${text.slice(0, Math.ceil(text.length * 0.8))}...` },
  { name: 'shortened with one sign', mangle: (text) => `${text.slice(0, -2)}%E2%80%A6` },
  { name: 'words behind', mangle: (text) => `${text}%20is%20nice` },
  { name: 'broken in a number', mangle: (text) => text.replace(/=(\d)(\d)/, '=$1%20$2') },
];
