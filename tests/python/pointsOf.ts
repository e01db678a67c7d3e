import type { TrainSettings } from '#engine/train/trainSettings.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';

/** A literal of a script that is JSON too: from its name to the line that ends it. */
function literal(script: string, name: string): unknown {
  const found = new RegExp(`^${name} = ([{[][^]*?[}\\]])\n(?=\n|$)`, 'm').exec(script)?.[1];
  if (found === undefined) throw new Error(`The script has no ${name}.`);
  return JSON.parse(found);
}

/** The points of a script, by the engine's names: what all share with what each has. */
export function pointsOf(script: string): readonly Readonly<Record<string, unknown>>[] {
  const shared = literal(script, 'SHARED') as object;
  return (literal(script, 'POINTS') as object[]).map((own) => ({ ...shared, ...own }));
}

/** What a script should hold of a walk: all of it, and widths only where they are the walk's own. */
export function walkOf(settings: WalkSettings): Readonly<Record<string, unknown>> {
  const { widths, scaling, ...same } = settings;
  return widths === null ? same : { ...same, widths, scaling };
}

/** What a script should hold of a training: all but the page's speed, and its kind of network where it is not plain. */
export function trainingOf(settings: TrainSettings): Readonly<Record<string, unknown>> {
  const { tied, residual, norm } = settings;
  const isPlain = tied === 0 && residual === 0 && norm === 'none';
  const left = ['speed', ...(isPlain ? ['tied', 'residual', 'norm'] : [])];
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !left.includes(name)));
}

/** The lines of a script's report: number of the point, layer, theory. */
export function reportOf(script: string): readonly (readonly (number | null)[])[] {
  const lines = /^REPORT = \[\n([^\]]*)\n\]$/m.exec(script)?.[1] ?? '';
  const values = (line: string) => line.replace(/^ *\(|\),$/g, '').split(', ');
  return lines.split('\n').map((line) => values(line).map((text) => (text === 'None' ? null : Number(text))));
}

/** The statistics that a script prints, and the facts after them. */
export function namesOf(script: string): { readonly statistics: string[]; readonly facts: string[] } {
  const statistics = /^STATISTICS = \{(.*)\}$/m.exec(script)?.[1]?.match(/(?<=")\w+(?=":)/g) ?? [];
  const facts = /^HEADS = .* \+ (\[.*\])$/m.exec(script)?.[1] ?? '[]';
  return { statistics: [...statistics], facts: JSON.parse(facts) };
}
