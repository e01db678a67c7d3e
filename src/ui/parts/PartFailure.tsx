import { LoadFailure } from '#api/loadPart.ts';
import './parts.css';
import { type Dictionary, dictionary } from '#experiment/dictionary/dictionary.ts';

/** A part of the page that has a name for people. */
export type PartName = keyof Dictionary['parts']['names'];

interface PartFailureProps {
  readonly name: PartName;
  readonly error: unknown;
  /** How often it was tried again already. */
  readonly tries: number;
  readonly onAgain: () => void;
  /** Where the page can go on without asking again. */
  readonly onClose?: (() => void) | undefined;
}

/** Says what could not be loaded, or what broke; the way on is a button. */
export function PartFailure({ name, error, tries, onAgain, onClose }: PartFailureProps) {
  const words = dictionary('parts');
  const isLost = error instanceof LoadFailure;
  const said = isLost ? words.notLoaded(words.names[name]) : words.stopped(words.names[name]);
  const detail = !isLost && error instanceof Error ? ` (${error.message})` : '';
  return (
    <section className="notice is-fault part-failure" role="alert">
      <p>
        {said}
        {detail} {isLost && tries > 0 && words.stillNot}
      </p>
      <button type="button" className="primary" onClick={onAgain}>
        {words.again}
      </button>
      {(tries > 0 || !isLost) && (
        <button type="button" onClick={() => location.reload()}>
          {words.anew}
        </button>
      )}
      {onClose && (
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      )}
    </section>
  );
}
