import { twoNumbers } from './chain/twoNumbers.ts';
import { type FiniteKind, finiteKind } from './finiteKind.ts';
import type { FiniteSetting } from './meanPath.ts';
import { type OrderOne, orderOne } from './orderOne.ts';

type GainSetting = Omit<FiniteSetting, 'gain'>;

/** Secant steps in ln g, none longer than `longest`, until ln Z over the whole depth is `settled`. */
const mostSteps = 7;
const longest = 0.2;
const settled = 1e-4;
/** The chain of two numbers is asked for seven gains: of a deep network walks, which do not hold up the page, find g*. */
const deepest = 300;
/** A mean of ln Z that is still called none. */
const negligible = 0.05;

/** The gain near `start` at which the mean of ln Z over the whole depth is zero; null where the search does not settle. */
function rootOf(mean: (gain: number) => number, depth: number, start: number): number | null {
  let [log, slope] = [Math.log(start), 2 * depth];
  let value = mean(start);
  for (let step = 0; step < mostSteps && Math.abs(value) > settled; step++) {
    const move = Math.max(-longest, Math.min(longest, -value / slope));
    const next = mean(Math.exp(log + move));
    const risen = (next - value) / move;
    slope = risen > 0 ? risen : slope;
    [log, value] = [log + move, next];
  }
  return Math.abs(value) < negligible ? Math.exp(log) : null;
}

/** The gain of zero drift near a rough one, by the theory that holds at it; null where none does. */
export function finiteGain(
  setting: GainSetting,
  rough: number,
): { readonly value: number; readonly kind: FiniteKind } | null {
  const { depth } = setting;
  const at = (gain: number) => ({ ...setting, gain });
  const known = new Map<number, OrderOne>();
  const one = (gain: number) => {
    const answer = known.get(gain) ?? orderOne(at(gain), 'backward');
    known.set(gain, answer);
    return answer;
  };
  const kindAt = (gain: number) => finiteKind(at(gain), 'backward', one(gain));
  const means = {
    'order-1/N': (gain: number) => one(gain).mean[depth] ?? Number.NaN,
    'two-number': (gain: number) => twoNumbers(at(gain), 'backward').mean[depth] ?? Number.NaN,
  } as const;
  const first = kindAt(rough);
  if (first === null) return null;
  const value = rootOf(means['order-1/N'], depth, rough);
  if (value !== null && kindAt(value) === 'order-1/N') return { value, kind: 'order-1/N' };
  if (depth > deepest) return null;
  const other = rootOf(means['two-number'], depth, value ?? rough);
  return other !== null && kindAt(other) !== null ? { value: other, kind: 'two-number' } : null;
}
