import type { FigureStyle } from '#plots/figureStyle.ts';
import type { PinMark } from '#plots/pinMarks.ts';
import type { SceneMoment } from '#ui/figures/sceneMoment.ts';
import { knownMoments } from '#ui/figures/walkDomain.ts';
import { pinName } from './pinName.ts';
import { pinStyle } from './pinStyle.ts';

/** The pins of a moment as marks of the figures: those whose walks are enough to be known by. */
export function pinMarks(
  { pins, experiment, found }: Pick<SceneMoment, 'pins' | 'experiment' | 'found'>,
  { palette }: FigureStyle,
): PinMark[] {
  return pins.flatMap(({ pin, record, experiment: pinned }, i): PinMark[] => {
    const moments = knownMoments(record);
    if (!record || !moments) return [];
    const { color, dash } = pinStyle(i);
    return [
      {
        name: pinName(pin, experiment, found),
        color: palette[color],
        dash,
        depth: pinned.depth,
        moments,
        final: record.final.subarray(0, record.walks),
      },
    ];
  });
}
