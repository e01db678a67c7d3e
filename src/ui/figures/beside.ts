import type { Page } from '#api/page.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { WalkState, WalkStore } from '#run/store.ts';
import type { PinnedWalks } from '#run/walk/pinnedWalks.ts';
import type { Rates } from '#run/walk/rates.ts';
import type { Reference } from '#run/walk/reference.ts';
import type { SceneMoment } from './sceneMoment.ts';

/** What is found behind the walks and drawn beside them; nothing before the engine is ready and its parts are loaded. */
export interface Beside<Contrast> {
  of(experiment: Experiment, found: FoundGains): Pick<SceneMoment, 'reference' | 'rates' | 'other' | 'pins'>;
  contrast(): Contrast | null;
  isMoving(): boolean;
  stop(): void;
}

/** Calls listener once the engine is ready; returns unsubscribe. The first picture needs no code of what stands beside it. */
function whenReady(store: WalkStore, listener: () => void): () => void {
  let isTold = false;
  const follow = ({ engine }: WalkState) => {
    if (isTold || engine.status !== 'ready') return;
    isTold = true;
    listener();
  };
  follow(store.getState());
  return store.subscribe(follow);
}

const none: SceneMoment['pins'] = [];

interface Loaded<Contrast> {
  readonly reference: Reference;
  readonly pinned: PinnedWalks;
  readonly rates: Rates;
  readonly contrast: Contrast;
}

async function load<Contrast>(page: Page, loadContrast: () => Promise<Contrast>): Promise<Loaded<Contrast>> {
  const parts = [page.reference(), page.pinned(), page.rates(), loadContrast()] as const;
  const [reference, pinned, rates, contrast] = await Promise.all(parts);
  return { reference, pinned, rates, contrast };
}

/** Loads what stands beside the walks when the engine is ready; `changed` is called whenever there is more of it. */
export function followBeside<Contrast extends { isMoving(): boolean }>(
  page: Page,
  loadContrast: () => Promise<Contrast>,
  changed: () => void,
): Beside<Contrast> {
  let loaded: Loaded<Contrast> | null = null;
  let isStopped = false;
  const forget: (() => void)[] = [];
  async function follow(): Promise<void> {
    const parts = await load(page, loadContrast);
    if (isStopped) return;
    loaded = parts;
    const { reference, pinned, rates } = parts;
    forget.push(...[reference, pinned, rates].map(({ subscribe }) => subscribe(changed)));
    changed();
  }
  forget.push(whenReady(page.store, follow));
  return {
    of: (experiment, found) => ({
      reference: loaded?.reference.of(experiment, found) ?? null,
      rates: loaded?.rates.of(experiment, found) ?? null,
      other: loaded?.reference.other(experiment, found) ?? null,
      pins: loaded?.pinned.of(experiment) ?? none,
    }),
    contrast: () => loaded?.contrast ?? null,
    isMoving: () => loaded?.contrast.isMoving() ?? false,
    stop() {
      isStopped = true;
      for (const end of forget) end();
    },
  };
}
