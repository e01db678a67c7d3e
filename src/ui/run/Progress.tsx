import { useCallback, useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { useMoment } from '#ui/figures/SceneContext.ts';
import type { SceneMoment } from '#ui/figures/sceneMoment.ts';
import { countText } from '#ui/text/countText.ts';
import { durationText } from '#ui/text/durationText.ts';

const words = () => dictionary('page').progress;

function stateWords({ run, record }: SceneMoment): string {
  if (run.status === 'waiting') return words().waiting;
  if (run.status === 'failed') return `${words().failed}: ${run.message}`;
  if (!record || record.walks === 0) {
    if (run.status === 'paused') return words().paused;
    return run.status === 'cancelled' ? words().cancelled : words().starting;
  }
  if (record.source === 'recorded') return words().recorded;
  const { walks, settings, elapsedMs } = record;
  const count = words().walks(countText(walks), countText(settings.walks));
  if (run.status === 'done') return `${count} ${words().took(durationText(elapsedMs))}`;
  if (run.status === 'paused') return `${count}, ${words().paused}`;
  if (run.status === 'cancelled') return `${count}, ${words().cancelled}`;
  return `${count}, ${words().remaining(durationText((elapsedMs * (settings.walks - walks)) / walks))}`;
}

function speedWords({ record }: SceneMoment): string {
  if (!record || record.walks === 0) return '';
  const perSecond = (1000 * record.walks) / Math.max(record.elapsedMs, 0.1);
  if (record.weightsPerSecond === 0) return words().speedFree(countText(perSecond));
  return words().speed(countText(perSecond), countText(record.weightsPerSecond));
}

/** A thin line and a few words: how far the run is. Written by the figures' loop. */
export function Progress() {
  const line = useRef<HTMLDivElement>(null);
  const state = useRef<HTMLSpanElement>(null);
  const speed = useRef<HTMLSpanElement>(null);
  const show = useCallback((moment: SceneMoment) => {
    const { record } = moment;
    const share = record && record.source === 'engine' ? record.walks / record.settings.walks : 0;
    if (line.current) line.current.style.transform = `scaleX(${share})`;
    if (state.current) state.current.textContent = stateWords(moment);
    if (speed.current) speed.current.textContent = speedWords(moment);
  }, []);
  useMoment(show);
  return (
    <div className="progress">
      <div className="progress-rail">
        <div ref={line} className="progress-line" />
      </div>
      <span ref={state} />
      <span ref={speed} className="progress-speed" />
    </div>
  );
}
