import type { DataName } from '#engine/data/dataNames.ts';
import type { OwnChoice } from '#engine/data/own/ownSet.ts';
import type { OwnPreview } from '#engine/data/own/preview.ts';
import type { WantedData } from '#engine/data/wantedData.ts';
import type { EngineReason } from '#engine/worker/reason.ts';

/** Where files come from: the user, a folder beside the app, a public mirror. */
export type SourceName = 'files' | 'served' | 'mirror';

/** Where files of data come from. */
export type ImportSource =
  | { readonly from: 'files'; readonly files: readonly File[] }
  /** A folder beside the app. */
  | { readonly from: 'served'; readonly address: string }
  /** A public mirror of MNIST: only when the user asks. */
  | { readonly from: 'mirror' };

/** Page to training worker, besides what concerns runs. */
export interface TakeRequest {
  readonly kind: 'take';
  readonly source: ImportSource;
  /** The data set that was asked for. */
  readonly wanted: DataName;
}

/** Page to training worker: what is decided of files that were read, to look at it or to train on it. */
export interface ChooseRequest {
  readonly kind: 'choose' | 'keep';
  readonly choice: OwnChoice;
}

/** Page to training worker: a data set as a file that NumPy reads. */
export interface FileRequest extends WantedData {
  readonly kind: 'file';
}

/** Page to training worker: which of the user's own sets this browser keeps, without one that is to be thrown away first. */
export interface KeptRequest {
  readonly kind: 'kept';
  /** Null for none. */
  readonly forgotten: string | null;
}

/** Training worker to page: the user's own sets that this browser keeps, as texts of the link. */
export interface KeptFrame {
  readonly kind: 'kept';
  readonly sets: readonly string[];
}

/** Training worker to page: a data set as a file. */
export interface FileFrame extends WantedData {
  readonly kind: 'file';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What became of files, or where they stand. */
export type IntakeNews =
  | { readonly status: 'working'; readonly what: SourceName; readonly share: number }
  /** Files of the user's own are read; it is to be decided what they mean. */
  | { readonly status: 'read'; readonly preview: OwnPreview }
  | {
      readonly status: 'done';
      readonly trainCount: number;
      readonly heldOutCount: number;
      /** Whether it is kept in this browser for the next visit. */
      readonly kept: boolean;
      /** Which of the user's own sets it is; null for MNIST. */
      readonly own: string | null;
    }
  | { readonly status: 'failed'; readonly reason: EngineReason };

export type IntakeFrame = IntakeNews & { readonly kind: 'intake' };
