import type { MapPlotData } from '#plots/mapPlotData.ts';
import type { MapDrawing } from '#run/sweeps/figures/drawing.ts';
import type { Phrases } from '#ui/scale/sweepWords.ts';
import { figurePoint } from './readoutText.ts';
import { phraseText, sweepText } from './sweepText.ts';

/** A map in words; but for size and style. */
export function mapData(
  phrases: Phrases,
  titleKey: string,
  { xs, ys, cells, lines, keys }: MapDrawing,
): Omit<MapPlotData, 'size' | 'style'> {
  const say = (key: string) => phraseText(phrases, [key]);
  return {
    xs,
    ys,
    cells: cells.map(({ point, reading, says, x, y, field, plate }) => ({
      ...figurePoint(phrases, { point, reading }),
      x,
      y,
      field,
      plate,
      text: sweepText(phrases, says),
    })),
    lines: lines.map(({ points, name, isDashed }) => ({
      points,
      label: phraseText(phrases, name),
      dash: isDashed ? '6 4' : '',
    })),
    labels: {
      title: say(titleKey),
      xTitle: say(keys.x),
      yTitle: say(keys.y),
      light: say(keys.light),
      dark: say(keys.dark),
    },
  };
}
