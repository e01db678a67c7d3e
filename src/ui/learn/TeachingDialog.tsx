import { marked } from 'marked';
import { Dialog } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { useExperiment } from '#ui/PageContext.ts';
import { inLanguage } from '#ui/text/inLanguage.ts';
// The teacher's page is a document of the repository; the app carries its texts along.
import teachingDe from '/docs/TEACHING.de.md?raw';
import teachingEn from '/docs/TEACHING.md?raw';
import { learnWords } from './learnWords.ts';

const teaching = inLanguage(teachingEn, { de: teachingDe });

/** The document, set; it is our own, so that its markup is trusted. Its links lead into this very page. */
function TeachingText() {
  const element = useRef<HTMLDivElement>(null);
  const { lang } = useExperiment();
  useEffect(() => {
    const page = new DOMParser().parseFromString(marked.parse(teaching, { async: false }), 'text/html');
    for (const link of page.querySelectorAll('a')) {
      // A page whose link says its language keeps it.
      if (lang !== 'auto') link.setAttribute('href', `${link.getAttribute('href')}&lang=${lang}`);
    }
    element.current?.replaceChildren(...page.body.childNodes);
  }, [lang]);
  return <div ref={element} />;
}

/** The teacher's page, over the lesson. */
export function TeachingDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root defaultOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="sheet-shade" />
        <Dialog.Content className="sheet teaching" aria-describedby={undefined}>
          <div className="sheet-head">
            <Dialog.Title>{learnWords.teachers}</Dialog.Title>
            <Dialog.Close>{learnWords.close}</Dialog.Close>
          </div>
          <TeachingText />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
