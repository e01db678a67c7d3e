import { onMediaChange } from '#ui/theme/onMediaChange.ts';

/**
 * Where the layout changes: the only place that knows widths and heights of the window. Style sheets read the names that
 * hold from the root element's `data-layout`, components by `useMedia`.
 */
export const breakpoints = {
  /** The tabs have a line of their own. */
  phone: '(max-width: 560px)',
  /** An embedded page shows one figure. */
  small: '(max-width: 640px)',
  /** One column: controls at the foot, the rest of them in a sheet; a phone on its side too. */
  narrow: '(max-width: 820px), (max-width: 960px) and (max-height: 480px)',
  /** The header says less: an XGA projector. */
  medium: '(max-width: 1180px)',
  /** A lecture hall's screen: figures grow, controls do not. */
  wide: '(min-width: 1600px)',
  /** Less high than the page wants: half of the design's window, or the design's at a zoom of 200 %. */
  low: '(max-height: 620px)',
} as const;

type Layout = keyof typeof breakpoints;

/** The names of the layouts that hold, in the order of the table. */
export function selectLayouts(holds: (query: string) => boolean): readonly Layout[] {
  return (Object.keys(breakpoints) as Layout[]).filter((name) => holds(breakpoints[name]));
}

/** Keeps the root element's `data-layout` as the window is; as long as the page lives. */
export function followLayout(root: HTMLElement): void {
  const show = () => {
    root.dataset.layout = selectLayouts((query) => matchMedia(query).matches).join(' ');
  };
  for (const query of Object.values(breakpoints)) onMediaChange(query, show);
  show();
}

/** Says on the root element, in `data-side`, whether anything stands in the column beside the figures. */
export function showSide(root: HTMLElement, side: HTMLElement): void {
  root.dataset.side = side.querySelector('.control, .run-buttons, figure') ? 'open' : 'empty';
}

/** There is no such column any more. */
export function leaveSide(root: HTMLElement): void {
  delete root.dataset.side;
}
