import { shallow } from 'zustand/vanilla/shallow';
import type { Page } from '#api/page.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { walkFacts } from '#run/walk/walkFacts.ts';
import type { Beside } from './beside.ts';
import type { SceneMoment } from './sceneMoment.ts';

/** The moments of a page's figures. */
export interface SceneMoments {
  /** What a frame shows now; null when it would be the same and another experiment's theory is being worked out. */
  now(): SceneMoment | null;
  /** Calls listener with the moment that is known, and with every other one; returns unsubscribe. */
  onMoment(listener: (moment: SceneMoment) => void): () => void;
}

export function createSceneMoments(
  { store, shown, walk }: Pick<Page, 'store' | 'shown' | 'walk'>,
  beside: Pick<Beside<unknown>, 'of'>,
): SceneMoments {
  const listeners = new Set<(moment: SceneMoment) => void>();
  let known: SceneMoment | null = null;

  /** Facts are worked out again only when a frame or a setting has changed. */
  function moment(): SceneMoment {
    const { experiment, found } = shown.getState();
    const { experiment: chosen, run } = store.getState();
    const live = walk.live.getState();
    // What has arrived may be of the next experiment already.
    const isNext = experiment !== chosen && live && !shallow(live.settings, walkSettings(experiment, found));
    const record = isNext ? null : live;
    const { reference, rates, other, pins } = beside.of(experiment, found);
    const isSameQuestion = known?.experiment === experiment && known.found === found;
    const isSameAnswer = known?.record === record && known.run === run;
    const isSameOther = known?.reference === reference && known.other === other;
    const isSameBeside = isSameOther && known?.rates === rates && known.pins === pins;
    if (known && isSameQuestion && isSameAnswer && isSameBeside) return known;
    const facts = walkFacts(experiment, found, record);
    known = { experiment, found, record, run, facts, reference, rates, other, pins };
    for (const listener of listeners) listener(known);
    return known;
  }

  return {
    now() {
      const { experiment } = shown.getState();
      const isBehind = experiment !== store.getState().experiment;
      return isBehind && known?.experiment === experiment ? null : moment();
    },
    onMoment(listener) {
      listeners.add(listener);
      if (known) listener(known);
      return () => listeners.delete(listener);
    },
  };
}
