/** What the name of a window begins with that gives a lecture. */
const prefix = 'gradient-walk-lecture-';

/** A random name, in pages without `crypto.randomUUID` too (http, but not localhost). */
const freshId = () => crypto.getRandomValues(new Uint32Array(2)).join('-');

/** The id of this frame's lecture where the frame has a name of its own, given by the page around it. */
const idOfFrame = freshId();

/**
 * The id of the lecture that this window gives: the presenter's window is opened with it, and no other lecture hears of
 * it. It is kept in the window's name, so that a reload keeps it and a copy of the tab has one of its own.
 */
export function lectureId(): string {
  if (window.name === '') window.name = `${prefix}${freshId()}`;
  return window.name.startsWith(prefix) ? window.name.slice(prefix.length) : idOfFrame;
}
