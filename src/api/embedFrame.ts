/** A message and the way to answer it. */
export interface EmbedMessage {
  readonly data: unknown;
  answer(data: unknown): void;
}

/** The frame that the page stands in, as far as embedding needs it. Every listener returns the way out. */
export interface EmbedFrame {
  /** Hears of messages from the page around this one, and of no other. */
  onMessage(listener: (message: EmbedMessage) => void): () => void;
  /** Tells the page around this one; it may have any origin, so only public data may be said. */
  announce(data: unknown): void;
  /** Hears whether the frame is seen: now, and whenever that changes. */
  onSeen(listener: (isSeen: boolean) => void): () => void;
  /** Hears of keys that turn a deck's pages, pressed where nothing on this page needs them. */
  onDeckKey(listener: (key: string, shift: boolean) => void): () => void;
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const deckKeys = [...arrows, 'PageDown', 'PageUp', ' '];

/** Roles and elements that have a use for a deck's keys. */
const keyUsers =
  'input, textarea, select, [contenteditable], [role=slider], [role=combobox], [role=listbox], [role=option], [role=menu], [role=menuitem], [role=radio], [role=tab], [role=spinbutton], [role=textbox]';
const spaceUsers = 'button, summary, [role=button], [role=switch], [role=checkbox]';

/** Whether the element that has the focus has a use for the key. */
function isUsed(key: string, focus: Element | null): boolean {
  if (focus?.closest(keyUsers)) return true;
  return key === ' ' && focus?.closest(spaceUsers) !== null && focus !== null;
}

/** reveal.js says these to a slide's frames; a slide that fades stays where it was, so that measuring would not tell. */
const slideWords = { 'slide:start': true, 'slide:stop': false } as const;

function onSeen(listener: (isSeen: boolean) => void): () => void {
  // Without an observer every frame counts as seen.
  let isInView = !('IntersectionObserver' in window);
  let isOnSlide = true;
  let isSeen: boolean | null = null;
  function tell(): void {
    const now = isInView && isOnSlide && !document.hidden;
    if (now !== isSeen) listener(now);
    isSeen = now;
  }
  // In a frame the browser measures against the outermost window, whatever origins lie between.
  const observer =
    'IntersectionObserver' in window
      ? new IntersectionObserver((entries) => {
          isInView = entries.at(-1)?.isIntersecting ?? false;
          tell();
        })
      : null;
  function hear({ source, data }: MessageEvent<unknown>): void {
    if (source !== parent || (data !== 'slide:start' && data !== 'slide:stop')) return;
    isOnSlide = slideWords[data];
    tell();
  }
  observer?.observe(document.documentElement);
  addEventListener('message', hear);
  document.addEventListener('visibilitychange', tell);
  if (isInView) tell();
  return () => {
    observer?.disconnect();
    removeEventListener('message', hear);
    document.removeEventListener('visibilitychange', tell);
  };
}

function onDeckKey(listener: (key: string, shift: boolean) => void): () => void {
  function hear(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
    if (event.defaultPrevented || ctrlKey || altKey || metaKey || !deckKeys.includes(key)) return;
    if (isUsed(key, document.activeElement)) return;
    // The deck turns; the frame must not scroll as well.
    event.preventDefault();
    listener(key, shiftKey);
  }
  addEventListener('keydown', hear);
  return () => removeEventListener('keydown', hear);
}

/** The browser's own frame. A page that stands in none hears no messages and tells nobody. */
export function windowFrame(): EmbedFrame {
  const { parent } = window;
  const isFramed = parent !== window;
  return {
    onMessage(listener) {
      function hear({ source, origin, data }: MessageEvent<unknown>): void {
        if (!isFramed || source !== parent) return;
        // A sandboxed page or one from disk has the origin "null", which no message can be addressed to.
        const target = origin === 'null' || origin === '' ? '*' : origin;
        listener({ data, answer: (answer) => parent.postMessage(answer, target) });
      }
      addEventListener('message', hear);
      return () => removeEventListener('message', hear);
    },
    announce(data) {
      if (isFramed) parent.postMessage(data, '*');
    },
    onSeen,
    onDeckKey,
  };
}
