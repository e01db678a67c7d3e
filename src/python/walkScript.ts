import { densityOf, shareDeadOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { factorOfTen, shareWithin } from '#theory/shareWithin.ts';
import { freeRemark, pythonNumber, scriptHeader } from './pythonText.ts';
import { shownLayers } from './shownLayers.ts';
import { walksPython } from './walksPython.ts';

/** What theory says of a layer; null where it does not reach so far. */
const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

/** The walk view's experiment as a PyTorch script. */
export function walkScript(experiment: Experiment, found: FoundGains, address: string): string {
  const settings = walkSettings(experiment, found);
  const { mean, variance, kind } = theoryOf(experiment, found);
  const dead = shareDeadOf(experiment);
  const density = densityOf(experiment, found);
  const within = density && shareWithin(density, factorOfTen);
  const what = [
    'Random walks of gradients through deep networks at initialisation.',
    `The theory beside them: ${kind}.`,
    ...(dead === null ? [] : [`The expected share of dead walks is ${pythonNumber(dead)}.`]),
  ].join('\n');
  return walksPython({
    header: scriptHeader(`${what}${freeRemark([settings])}`, experiment, address),
    points: [settings],
    report: {
      statistics: ['mean', 'variance', 'within'],
      facts: [],
      rows: shownLayers(settings.depth).map((layer) => ({
        point: 0,
        layer,
        theory: [known(mean[layer]), known(variance?.[layer]), layer === settings.depth ? within : null],
        facts: [],
      })),
    },
  });
}
