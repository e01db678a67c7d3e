import { loadPart } from '#api/loadPart.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { tell, type WalkStore } from '#run/store.ts';
import type { Training } from '#run/train/training.ts';

/** Larger files hold no network that a page can train. */
const mostBytes = 256 * 2 ** 20;

export const isNetworkName = (name: string) => /\.safetensors( ?\(\d+\))?$/i.test(name);

const load = () => loadPart(() => import('#run/train/network/networkFile.ts'));

/** Goes on with the network of a file; what is wrong with it is said on the page, and changes nothing. */
export async function openNetwork(store: WalkStore, training: Training, file: File): Promise<void> {
  const words = dictionary('train').network;
  function refuse(because: keyof typeof words.refused): void {
    const message = words.refused[because](file.name);
    tell(store, { kind: 'refused', key: '', given: file.name, used: '', message });
  }
  if (file.size > mostBytes) return refuse('tooLarge');
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return refuse('unreadable');
  const { readNetwork } = await load();
  const read = readNetwork(new Uint8Array(bytes));
  if (typeof read === 'string') return refuse(read);
  return training.goOnFrom(read);
}

/** The network of the training on the screen as a file; null where there is none yet. */
export async function networkFile(training: Training): Promise<Uint8Array<ArrayBuffer> | null> {
  const { writeNetwork } = await load();
  const record = training.live.getState();
  return record && writeNetwork(record);
}
