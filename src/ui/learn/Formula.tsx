import { lazyPart } from '#ui/parts/lazyPart.tsx';

const SetFormula = lazyPart('formula', () => import('./SetFormula.tsx').then(({ SetFormula }) => SetFormula));

/** A formula in TeX; the setter is loaded with the first one. What stays unset can be read as it is written. */
export function Formula({ tex }: { tex: string }) {
  return (
    <SetFormula
      tex={tex}
      waiting={<div className="formula" />}
      frame={(failure) => (
        <div className="formula">
          <code>{tex}</code>
          {failure}
        </div>
      )}
    />
  );
}
