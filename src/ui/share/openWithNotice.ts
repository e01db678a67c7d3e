import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { type OpenedFile, openFile } from '#run/openFile.ts';
import { tell, type WalkStore } from '#run/store.ts';

const refused = () => dictionary('afterStart').refused;

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

/** Opens the first of some files as an experiment; says so on the page where it is none. True when it was opened. */
export async function openWithNotice(store: WalkStore, files: readonly OpenedFile[]): Promise<boolean> {
  const [file] = files;
  if (!file) return false;
  if (files.length > 1) {
    tell(store, {
      kind: 'refused',
      key: '',
      given: file.name,
      used: '',
      message: refused().many(files.length),
    });
    return false;
  }
  const answer = await openFile(store, file);
  if (answer === 'opened') return true;
  const message =
    answer === 'tooLarge'
      ? refused().tooLarge(file.name, megabytes(file.size))
      : refused()[answer](file.name);
  tell(store, { kind: 'refused', key: '', given: file.name, used: '', message });
  return false;
}
