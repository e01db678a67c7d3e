import type { Dictionary } from '#experiment/dictionary/dictionary.ts';

/** What a key does in a lecture. */
export type LectureAction = keyof Dictionary['learn']['keys'];

/** The one table of the lecture's keys: the handler and the list of keys read it. F5 is not in it. */
export const lectureKeys: readonly { readonly keys: readonly string[]; readonly action: LectureAction }[] = [
  { keys: ['PageDown', 'ArrowRight', 'ArrowDown', ' '], action: 'next' },
  { keys: ['PageUp', 'ArrowLeft', 'ArrowUp'], action: 'previous' },
  { keys: ['Home'], action: 'first' },
  { keys: ['End'], action: 'last' },
  { keys: ['.', 'b'], action: 'blank' },
  { keys: ['Escape'], action: 'leave' },
  { keys: ['?'], action: 'help' },
];

/** What an event's key asks for; null for a key of no meaning here, or one held with Ctrl, Alt or Meta. */
export function lectureAction({
  key,
  ctrlKey,
  altKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): LectureAction | null {
  if (ctrlKey || altKey || metaKey) return null;
  return lectureKeys.find(({ keys }) => keys.includes(key))?.action ?? null;
}

const controls =
  'input, select, textarea, button, a, summary, [role=slider], [role=dialog], [contenteditable=true]';

/** Whether keys belong to what has the focus: a control, or a dialog around it. */
export function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(controls) !== null;
}
