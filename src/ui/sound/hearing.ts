import './hearing.css';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';
import { playTones, type ToneContext } from './playTones.ts';
import { walkTones } from './walkTones.ts';

/** A walk of any depth lasts this long, s. */
const lastsS = 4;

/** What plays, and where it is said. */
export interface Hearing {
  /** Plays the next walk; silences the one that plays. */
  next(): void;
}

interface HearingParts {
  readonly walk: { readonly live: { getState(): WalkRecord | null } };
}

/** A browser's sound; null where it has none. */
function openSound(): (ToneContext & Pick<AudioContext, 'resume'>) | null {
  return typeof AudioContext === 'undefined' ? null : new AudioContext();
}

/** A line over the page that says what is heard, to the eye and to a screen reader. */
function openLine(): (text: string) => void {
  const line = document.body.appendChild(document.createElement('p'));
  line.className = 'hearing';
  line.setAttribute('role', 'status');
  return (text) => {
    line.textContent = text;
    line.hidden = text === '';
  };
}

/** Walks by ear, one after the other in the order in which they were drawn. */
export function createHearing({ walk }: HearingParts, open = openSound, say = openLine()): Hearing {
  const words = () => dictionary('afterStart').hearing;
  const sound = open();
  let stop: (() => void) | null = null;
  let index = 0;

  function ended(): void {
    stop = null;
    say('');
  }

  return {
    next() {
      if (stop) {
        stop();
        ended();
        return;
      }
      const record = walk.live.getState();
      if (!sound || !record || record.pathCount === 0) {
        say(sound ? words().none : words().silent);
        return;
      }
      const row = index % record.pathCount;
      index = row + 1;
      const length = record.settings.depth + 1;
      const path = record.paths.subarray(row * length, (row + 1) * length);
      const tones = walkTones(path, lastsS);
      // Sound that a key asked for may begin; one that came before any key had to wait.
      sound.resume();
      say(words().walk(row + 1, record.pathCount));
      // One that was silenced ends a little later, when another may sound.
      const own = playTones(sound, tones, () => stop === own && ended());
      stop = own;
    },
  };
}
