import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { Codec } from '#experiment/codecs/codec.ts';
import { keyStep } from '#ui/controls/keyStep.ts';
import { isComposing, useDraft } from '#ui/controls/useDraft.ts';

interface ScrubNumberProps<T> {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** The same for the ear, where it has more to say. */
  readonly spoken?: string;
  readonly codec: Codec<T>;
  /** The value after a drag of so many px from where it began. */
  readonly dragged: (from: number, px: number) => T;
  readonly next: (value: number, direction: 1 | -1, large: boolean) => T;
  readonly onChange: (value: T) => void;
}

/** A drag shorter than this is a click: it opens the number for typing. */
const clickPx = 3;

interface Drag {
  readonly fromPx: number;
  readonly from: number;
  isDrag: boolean;
}

/** A number in a sentence: drag it sideways, use the arrow keys, or click and type. */
export function ScrubNumber<T>(props: ScrubNumberProps<T>) {
  const { label, value, text, spoken = text, codec, dragged, next, onChange } = props;
  const { draft, begin, field, remark } = useDraft({ text, codec, onChange });
  const drag = useRef<Drag | null>(null);
  const number = useRef<HTMLSpanElement>(null);
  const isEnding = useRef(false);
  // A key that ends the typing takes the field away: the number takes the focus over.
  useLayoutEffect(() => {
    if (draft === null && isEnding.current) number.current?.focus();
    isEnding.current = false;
  }, [draft]);

  function onPointerDown(event: PointerEvent<HTMLSpanElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { fromPx: event.clientX, from: value, isDrag: false };
  }
  function onPointerMove(event: PointerEvent): void {
    if (!drag.current) return;
    const px = event.clientX - drag.current.fromPx;
    if (Math.abs(px) >= clickPx) drag.current.isDrag = true;
    if (drag.current.isDrag) onChange(dragged(drag.current.from, px));
  }
  function onPointerUp(): void {
    if (drag.current && !drag.current.isDrag) begin();
    drag.current = null;
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') begin();
    const step = keyStep(event);
    if (!step) return;
    event.preventDefault();
    onChange(next(value, step.direction, step.isLarge));
  }

  if (draft !== null) {
    return (
      <input
        className="scrub-input"
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: the user has just clicked the number to type it
        autoFocus
        size={Math.max(3, draft.length)}
        {...field}
        onKeyDown={(event) => {
          isEnding.current = !isComposing(event) && (event.key === 'Enter' || event.key === 'Escape');
          field.onKeyDown(event);
        }}
      />
    );
  }
  return (
    <>
      <span
        ref={number}
        className="scrub"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuenow={value}
        aria-valuetext={spoken}
        {...(codec.range ? { 'aria-valuemin': codec.range[0], 'aria-valuemax': codec.range[1] } : {})}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          drag.current = null;
        }}
        onKeyDown={onKeyDown}
      >
        {text}
      </span>
      {remark !== '' && (
        <span className="complaint" role="status">
          {' '}
          ({remark})
        </span>
      )}
    </>
  );
}
