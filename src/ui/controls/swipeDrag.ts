import type { PointerEvent } from 'react';

/** A finger must go so far across before a slider moves, px: until then it may be scrolling. */
const acrossPx = 8;

/** Where a slider stands, and how it is moved, 0..1. */
interface Slid {
  readonly position: number;
  move(position: number): void;
}

/**
 * Takes up a finger that was put beside a slider's handle: the slider stays where it is and follows only what the finger
 * goes across, and a swipe along the page, which the browser takes over (`touch-action: pan-y`), leaves it alone. True
 * where it did; a mouse, a pen and a finger on the handle are left to the slider itself.
 */
export function dragBySwipe(event: PointerEvent<HTMLElement>, { position, move }: Slid): boolean {
  const { currentTarget: slider, target, pointerId, clientX, pointerType } = event;
  if (pointerType !== 'touch' || !(target instanceof Element) || target.closest('[role=slider]'))
    return false;
  const end = new AbortController();
  const { signal } = end;
  let isDragged = false;
  // A finger's events go to where it was put down; whoever listens there would take them for its own.
  if (target.hasPointerCapture(pointerId)) target.releasePointerCapture(pointerId);
  addEventListener(
    'pointermove',
    (moved) => {
      if (moved.pointerId !== pointerId) return;
      const acrossBy = moved.clientX - clientX;
      isDragged ||= Math.abs(acrossBy) >= acrossPx;
      if (isDragged) move(Math.max(0, Math.min(1, position + acrossBy / slider.offsetWidth)));
    },
    { signal },
  );
  for (const last of ['pointerup', 'pointercancel'] as const) {
    addEventListener(last, (ended) => ended.pointerId === pointerId && end.abort(), { signal });
  }
  return true;
}
