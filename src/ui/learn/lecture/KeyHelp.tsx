import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { Sheet } from '#ui/overlay/Sheet.tsx';
import { lectureKeys } from './lectureKeys.ts';

/** What stands on the keys: words by the language's keyboards, arrows everywhere. */
const keyNames = (): Readonly<Record<string, string>> => ({
  ...dictionary('learn').keyNames,
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
});

/** The lecture's keys, from the table that the handler reads. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const names = keyNames();
  return (
    <Sheet title={dictionary('learn').keysTitle} className="sheet key-help" onClose={onClose}>
      <dl>
        {lectureKeys.map(({ keys, action }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{names[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{dictionary('learn').keys[action]}</dd>
          </div>
        ))}
      </dl>
      <p>{dictionary('learn').keysNote}</p>
    </Sheet>
  );
}
