import { useCallback, useRef } from 'react';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { numberText } from '#plots/numberText.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { useMoment } from '#ui/figures/SceneContext.ts';
import type { SceneMoment } from '#ui/figures/sceneMoment.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useShown } from '#ui/page/PageContext.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { type FactName, measuredWords, theoryWords } from './factWords.ts';

const words = () => dictionary('page').facts;
const factNames: readonly FactName[] = ['drift', 'slope', 'factor', 'within', 'dead'];

const FactHelp = lazyPart('tip', () =>
  loadWith('facts', () => import('./FactHelp.tsx')).then((file) => file.FactHelp),
);

/** What was measured so far beside theory, in numbers; written by the figures' loop, not by React. */
export function Readouts() {
  const { experiment, found } = useShown();
  const { depth, width } = experiment;
  const table = useRef<HTMLTableElement>(null);
  const show = useCallback(({ facts }: SceneMoment) => {
    for (const name of factNames) {
      const [measured, theory] = table.current?.querySelectorAll<HTMLElement>(`[data-fact=${name}] td`) ?? [];
      if (!measured || !theory) continue;
      measured.textContent = measuredWords(name, facts[name].measured);
      theory.textContent = theoryWords(name, facts[name].theory);
    }
  }, []);
  useMoment(show);
  const isHidden = useHidden();
  if (isHidden('readouts')) return null;
  return (
    <table ref={table} className="readouts" aria-label={words().title}>
      <thead>
        <tr>
          <td />
          <th scope="col" className="is-measured">
            {words().measured}
          </th>
          <th scope="col">{words().theory[theoryOf(experiment, found).kind]}</th>
        </tr>
      </thead>
      <tbody>
        {factNames.map((name) => (
          <tr key={name} data-fact={name}>
            <th scope="row">
              <Help word={words()[name]}>
                <FactHelp name={name} waiting={null} />
              </Help>
            </th>
            <td className="is-measured" />
            <td />
          </tr>
        ))}
        <tr>
          <th scope="row">
            <Help word={words().ratio}>
              <FactHelp name="ratio" waiting={null} />
            </Help>
          </th>
          <td />
          <td>{numberText(depth / width, 3)}</td>
        </tr>
      </tbody>
    </table>
  );
}
