import { marked } from 'marked';
import { useEffect, useRef } from 'react';
import { Sheet } from '#ui/controls/Sheet.tsx';
// The teacher's page is a document of the repository; the app carries its text along.
import teaching from '/docs/TEACHING.md?raw';
import { learnWords } from './learnWords.ts';

/** The document, set; it is our own, so that its markup is trusted. Its links lead to other states of this page, not to parts of the text. */
function TeachingText() {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = new DOMParser().parseFromString(marked.parse(teaching, { async: false }), 'text/html');
    for (const link of page.querySelectorAll('a')) link.setAttribute('href', link.href);
    element.current?.replaceChildren(...page.body.childNodes);
  }, []);
  return <div ref={element} lang="en" />;
}

/** The teacher's page, over the lesson. */
export function TeachingDialog({ onClose }: { onClose: () => void }) {
  // A link of the text opens what lies under it.
  useEffect(() => {
    addEventListener('hashchange', onClose);
    return () => removeEventListener('hashchange', onClose);
  }, [onClose]);
  return (
    <Sheet title={learnWords.teachers} className="sheet teaching" onClose={onClose}>
      <TeachingText />
    </Sheet>
  );
}
