import { Dialog } from 'radix-ui';
import { learnWords } from './learnWords.ts';
import { lectureKeys } from './lectureKeys.ts';

const names: Readonly<Record<string, string>> = {
  ...learnWords.keyNames,
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** The lecture's keys, from the table that the handler reads. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root defaultOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="sheet-shade" />
        <Dialog.Content className="sheet key-help" aria-describedby={undefined}>
          <div className="sheet-head">
            <Dialog.Title>{learnWords.keysTitle}</Dialog.Title>
            <Dialog.Close>{learnWords.close}</Dialog.Close>
          </div>
          <dl>
            {lectureKeys.map(({ keys, action }) => (
              <div key={action}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{names[key] ?? key}</kbd>
                  ))}
                </dt>
                <dd>{learnWords.keys[action]}</dd>
              </div>
            ))}
          </dl>
          <p>{learnWords.keysNote}</p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
