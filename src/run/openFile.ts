import { largestFileBytes, readExperimentFile } from '#experiment/link/experimentFile.ts';
import { openPairs, type WalkStore } from './store.ts';

/** A file as the browser hands it over. */
export interface OpenedFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

/** What became of a file that was to be opened. */
export type OpenAnswer = 'opened' | 'notJson' | 'noExperiment' | 'tooLarge' | 'unreadable';

/**
 * Opens the experiment of a file as its link would be opened, notices included. Whatever is not an experiment changes
 * nothing.
 */
export async function openFile(store: WalkStore, file: OpenedFile): Promise<OpenAnswer> {
  if (file.size > largestFileBytes) return 'tooLarge';
  const text = await file.text().catch(() => null);
  if (text === null) return 'unreadable';
  const read = readExperimentFile(text);
  if (read.kind === 'refused') return read.because;
  openPairs(store, read.pairs);
  return 'opened';
}
