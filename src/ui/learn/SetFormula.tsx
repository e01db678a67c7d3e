import { useLayoutEffect, useRef } from 'react';
import temml from 'temml';

/** A formula in TeX, set as MathML. */
export function SetFormula({ tex }: { tex: string }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (element.current) temml.render(tex, element.current, { displayMode: true });
  }, [tex]);
  return <div className="formula" ref={element} />;
}
