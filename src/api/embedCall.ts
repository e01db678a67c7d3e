import type { GradientWalkApi } from './gradientWalkApi.ts';

/** What the page around this one may ask; each is a call of the programs' API. */
export const embedCallNames = ['set', 'run', 'cancel', 'results', 'experiment'] as const;
type EmbedCallName = (typeof embedCallNames)[number];

/** Echoed in the answer, so that the caller knows which call it belongs to; null for none. */
type EmbedCallId = string | number | null;

/** The answer to a call: a value, or the reason why there is none. */
export type EmbedAnswer = { readonly gradientWalk: 'result'; readonly id: EmbedCallId } & (
  | { readonly value: unknown }
  | { readonly error: string }
);

/** The API's calls that a message may reach. */
export type EmbedApi = Pick<GradientWalkApi, EmbedCallName>;

const mostKeys = 100;
const longestName = 40;

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isCallName(name: string): name is EmbedCallName {
  return (embedCallNames as readonly string[]).includes(name);
}

/** Whether a value of `set` can be read as a link's text. */
function isReadable(value: unknown): boolean {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string' || typeof item === 'number');
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** The keys to set, or an `Error` that says what is wrong with them. */
function changeOf(args: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(args)) throw new Error('set: args must be an object of keys and values.');
  const pairs = Object.entries(args);
  if (pairs.length > mostKeys) throw new Error(`set: at most ${mostKeys} keys, not ${pairs.length}.`);
  const unread = pairs.find(([, value]) => !isReadable(value));
  if (unread) {
    throw new Error(`set: ${unread[0].slice(0, longestName)} must be text, a number, true, false or a list.`);
  }
  return args;
}

/**
 * Answers one message. Null for a message that is not for Gradient Walk; anything else is answered, never thrown.
 * `seen` resolves when the frame has been looked at: a run waits for it.
 */
export async function answerCall(
  api: EmbedApi,
  seen: () => Promise<void>,
  data: unknown,
): Promise<EmbedAnswer | null> {
  if (!isObject(data) || typeof data.gradientWalk !== 'string') return null;
  const { gradientWalk: name, args } = data;
  const hasId = typeof data.id === 'string' || typeof data.id === 'number';
  const id: EmbedCallId = typeof data.id === 'string' || typeof data.id === 'number' ? data.id : null;
  const result = 'result';
  try {
    if (!hasId && data.id !== undefined && data.id !== null) throw new Error('id must be text or a number.');
    if (!isCallName(name)) {
      throw new Error(`${name.slice(0, longestName)} is no call; there are ${embedCallNames.join(', ')}.`);
    }
    return { gradientWalk: result, id, value: await call(api, seen, name, args) };
  } catch (error) {
    return { gradientWalk: result, id, error: error instanceof Error ? error.message : String(error) };
  }
}

async function call(
  api: EmbedApi,
  seen: () => Promise<void>,
  name: EmbedCallName,
  args: unknown,
): Promise<unknown> {
  if (name === 'set') return api.set(changeOf(args));
  if (name === 'run') {
    await seen();
    return api.run();
  }
  if (name === 'cancel') {
    api.cancel();
    return null;
  }
  return name === 'results' ? api.results() : api.experiment();
}
