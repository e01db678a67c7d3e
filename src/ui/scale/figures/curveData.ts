import { superscript } from '#plots/numberText.ts';
import type { SweepCurve, SweepPlotData } from '#plots/sweepPlotData.ts';
import type { SweepAxis } from '#plots/sweepScale.ts';
import type { CurveDrawing, DrawnAxis, DrawnCurve } from '#run/sweeps/figures/drawing.ts';
import type { Phrases } from '#ui/scale/sweepWords.ts';
import { figurePoint } from './readoutText.ts';
import { phraseText } from './sweepText.ts';

/** How a curve is drawn, by what it says. */
const strokes: Readonly<Record<DrawnCurve['kind'], Pick<SweepCurve, 'tone' | 'dash' | 'thickness'>>> = {
  theory: { tone: 'ink', dash: '' },
  typical: { tone: 'ink', dash: '5 4' },
  median: { tone: 'soft', dash: '1.5 3' },
  other: { tone: 'soft', dash: '5 4' },
  sample: { tone: 'measured', dash: '' },
  growing: { tone: 'exploded', dash: '' },
  falling: { tone: 'vanished', dash: '' },
  bar: { tone: 'ink', dash: '', thickness: 4 },
  markedBar: { tone: 'exploded', dash: '', thickness: 4 },
};

const powerOfTen = (exponent: number) => (exponent === 0 ? '1' : `10${superscript(exponent)}`);

function axisOf(phrases: Phrases, { tickNames, titleKey, ...axis }: DrawnAxis): SweepAxis {
  const named = { ...axis, title: titleKey === '' ? '' : phraseText(phrases, [titleKey]) };
  if (!tickNames) return named;
  if (tickNames === 'powers') return { ...named, tickText: powerOfTen };
  const names = new Map(axis.ticks?.map((tick, i) => [tick, tickNames[i] ?? '']));
  return { ...named, tickText: (tick) => names.get(tick) ?? '' };
}

/** Curves with measured points on them, in words and strokes; but for size and style. */
export function curveData(
  phrases: Phrases,
  titleKey: string,
  { x, y, level, curves, marks, dots }: CurveDrawing,
): Omit<SweepPlotData, 'size' | 'style'> {
  return {
    title: phraseText(phrases, [titleKey]),
    x: axisOf(phrases, x),
    y: axisOf(phrases, y),
    level,
    curves: curves.map(
      ({ kind, points, name, nameAt, nameBelow = false, nameAnchor, isNameBeside = false }) => ({
        points,
        ...strokes[kind],
        label: name ? phraseText(phrases, name) : '',
        labelAt: nameAt,
        labelBelow: nameBelow,
        ...(nameAnchor ? { labelAnchor: nameAnchor } : {}),
        isLabelBeside: isNameBeside,
      }),
    ),
    marks: marks.map(({ names, ...mark }) => ({
      ...mark,
      label: names.map((name) => phraseText(phrases, name)).join(', '),
    })),
    dots: dots.map(({ point, part, reading, ...dot }) => ({
      ...dot,
      ...figurePoint(phrases, { point, reading, ...(part === undefined ? {} : { part }) }),
      tone: 'measured',
    })),
  };
}
