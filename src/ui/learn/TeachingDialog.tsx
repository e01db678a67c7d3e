import { marked } from 'marked';
import { useEffect, useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { Sheet } from '#ui/overlay/Sheet.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';

/** The document, set; it is our own, so that its markup is trusted. Its links lead to other states of this page, not to parts of the text. */
function TeachingText() {
  const element = useRef<HTMLDivElement>(null);
  const { lang } = useExperiment();
  useEffect(() => {
    const page = new DOMParser().parseFromString(
      marked.parse(dictionary('teaching'), { async: false }),
      'text/html',
    );
    // A page whose link says its language keeps it.
    const language = lang === 'auto' ? '' : `&lang=${lang}`;
    for (const link of page.querySelectorAll('a')) link.setAttribute('href', `${link.href}${language}`);
    element.current?.replaceChildren(...page.body.childNodes);
  }, [lang]);
  return <div ref={element} />;
}

/** The teacher's page, over the lesson. */
export function TeachingDialog({ onClose }: { onClose: () => void }) {
  // A link of the text opens what lies under it.
  useEffect(() => {
    addEventListener('hashchange', onClose);
    return () => removeEventListener('hashchange', onClose);
  }, [onClose]);
  return (
    <Sheet title={dictionary('learn').teachers} className="sheet teaching" onClose={onClose}>
      <TeachingText />
    </Sheet>
  );
}
