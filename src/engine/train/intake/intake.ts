import type { DataFile } from '#engine/data/dataFile.ts';
import type { DataName } from '#engine/data/dataNames.ts';
import type { DataCache } from '#engine/data/loadData.ts';
import { filesOf } from '#engine/data/mnistSource.ts';
import { draftOf, type OwnDraft } from '#engine/data/own/draft.ts';
import { openFiles } from '#engine/data/own/openFiles.ts';
import type { OwnChoice } from '#engine/data/own/ownSet.ts';
import { firstChoice, previewOf } from '#engine/data/own/preview.ts';
import { identityText } from '#engine/data/ownIdentity.ts';
import { isMnistName } from '#engine/data/sets/mnist.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import type { ImportSource, IntakeNews } from './intakeProtocol.ts';

/** Takes in data from where the user says, in one step or, for a set of the user's own, with choices between. */
export interface Intake {
  /** Takes in the set that was asked for if the files are its own, or reads them as a set of the user's. Throws a `ReasonError`. */
  take(source: ImportSource, wanted: DataName, progress: (share: number) => void): Promise<IntakeNews>;
  /** What was read, with other choices. Throws a `ReasonError`. */
  choose(choice: OwnChoice): IntakeNews;
  /** Makes what was read, so chosen, a set that can be trained on. Throws a `ReasonError`. */
  keep(choice: OwnChoice): Promise<IntakeNews>;
}

const isMnist = (files: readonly DataFile[]) => files.some(({ name }) => isMnistName(name));

export function createIntake(cache: DataCache, yieldToEventLoop: () => Promise<void>): Intake {
  let draft: OwnDraft | null = null;

  function read(): OwnDraft {
    if (!draft) throw new ReasonError({ code: 'draftGone' });
    return draft;
  }

  return {
    async take(source, wanted, progress) {
      const files = await filesOf(source, progress);
      if (source.from !== 'files' || (wanted === 'mnist' && isMnist(files))) {
        const { set, kept } = await cache.takeMnist(files, source.from !== 'served');
        return {
          status: 'done',
          trainCount: set.train.count,
          heldOutCount: set.heldOut.count,
          kept,
          own: null,
        };
      }
      const opened = await openFiles(files, yieldToEventLoop);
      draft = draftOf(
        opened,
        files.map(({ name }) => name),
      );
      return { status: 'read', preview: previewOf(draft, firstChoice(draft)).preview };
    },
    choose: (choice) => ({ status: 'read', preview: previewOf(read(), choice).preview }),
    async keep(choice) {
      const { preview, own } = previewOf(read(), choice);
      if (!own) return { status: 'read', preview };
      const kept = await cache.takeOwn(own);
      draft = null;
      const { trainCount, heldOutCount } = own.identity;
      return { status: 'done', trainCount, heldOutCount, kept, own: identityText(own.identity) };
    },
  };
}
