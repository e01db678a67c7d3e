import { learnWords } from '#ui/learn/learnWords.ts';
import { Sheet } from '#ui/overlay/Sheet.tsx';
import { lectureKeys } from './lectureKeys.ts';

/** What stands on the keys: words by the language's keyboards, arrows everywhere. */
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
    <Sheet title={learnWords.keysTitle} className="sheet key-help" onClose={onClose}>
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
    </Sheet>
  );
}
