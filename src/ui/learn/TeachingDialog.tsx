import { marked } from 'marked';
import { Dialog } from 'radix-ui';
import { useEffect, useRef } from 'react';
// The teacher's page is a document of the repository; the app carries its text along.
import teaching from '/docs/TEACHING.md?raw';
import { learnWords } from './learnWords.ts';

/** The document, set; it is our own, so that its markup is trusted. Its links lead into this very page. */
function TeachingText() {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = new DOMParser().parseFromString(marked.parse(teaching, { async: false }), 'text/html');
    element.current?.replaceChildren(...page.body.childNodes);
  }, []);
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
