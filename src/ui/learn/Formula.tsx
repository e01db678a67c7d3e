import { useEffect, useRef } from 'react';

/** A formula in TeX, set as MathML; the setter is loaded with the first one. */
export function Formula({ tex }: { tex: string }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isGone = false;
    import('temml').then(({ default: temml }) => {
      if (!isGone && element.current) temml.render(tex, element.current, { displayMode: true });
    });
    return () => {
      isGone = true;
    };
  }, [tex]);
  return <div className="formula" ref={element} />;
}
