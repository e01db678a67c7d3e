import './compare.css';
import { dashImage, pinStyle } from './pinStyle.ts';

/** One that is compared with, in words. */
interface ComparedWords {
  readonly pin: string;
  /** What it has come to, and its name; null before there is anything. */
  readonly text: string | null;
}

/** Below the sentence: what has come of the experiment, and of each that is compared with, in the colours and over the dashes of their lines. */
export function CompareSentence({ here, others }: { here: string | null; others: readonly ComparedWords[] }) {
  const shown = others.map((one, i) => ({ ...one, ...pinStyle(i) })).filter(({ text }) => text !== null);
  return (
    <p className="compare-sentence">
      {here !== null && shown.length > 0 && (
        <>
          {here}
          {shown.map(({ pin, text, color, dash }) => (
            <span key={pin}>
              {', '}
              <span className="dashed" style={{ color: `var(--${color})`, backgroundImage: dashImage(dash) }}>
                {text}
              </span>
            </span>
          ))}
          .
        </>
      )}
    </p>
  );
}
