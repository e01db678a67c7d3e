import type { OwnReason } from '#engine/data/own/ownReason.ts';
import type { BackendName } from '#engine/device/protocol.ts';

/** Why data are not to be had, or what is wrong with a file of them. */
export type DataReason =
  | OwnReason
  /** Neither kept in this browser nor beside the app. */
  | { readonly code: 'notHere' }
  | { readonly code: 'missing'; readonly file: string; readonly given: readonly string[] }
  | { readonly code: 'unreadable'; readonly file: string; readonly detail: string }
  /** Compressed, and cannot be unpacked. */
  | { readonly code: 'damaged'; readonly file: string }
  /** Larger than what is read, as it is or unpacked. */
  | { readonly code: 'tooBig'; readonly file: string; readonly allowedBytes: number }
  /** A mirror's file that is not the one that was published. */
  | { readonly code: 'wrongSum'; readonly file: string; readonly host: string }
  /** `first`: its first bytes, four or fewer. */
  | { readonly code: 'notIdx'; readonly file: string; readonly first: readonly number[] }
  | { readonly code: 'headCutOff'; readonly file: string; readonly bytes: number }
  /** `expected`: the bytes that the dimensions ask for. */
  | {
      readonly code: 'truncated' | 'tooLong';
      readonly file: string;
      readonly dimensions: readonly number[];
      readonly expected: number;
      readonly bytes: number;
    }
  | { readonly code: 'notPictures'; readonly file: string; readonly dimensions: readonly number[] }
  | { readonly code: 'wrongLabel'; readonly file: string; readonly label: number }
  | {
      readonly code: 'unmatched';
      readonly images: string;
      readonly pictures: number;
      readonly labels: string;
      readonly count: number;
    }
  | { readonly code: 'empty'; readonly file: string }
  /** A network from a file that does not fit the data that are here. */
  | {
      readonly code: 'otherNetwork';
      readonly inputs: number;
      readonly outputs: number;
      readonly neededInputs: number;
      readonly neededOutputs: number;
    }
  | { readonly code: 'notServed'; readonly address: string }
  | { readonly code: 'notFetched'; readonly mirrors: readonly FailedMirror[] };

/** A mirror without MNIST; `detail`: the browser's own words where it could not be reached. */
export interface FailedMirror {
  readonly host: string;
  readonly detail: string | null;
}

/** What a finished run was checked by: an increment of one walk made again, or a number that has an exact law. */
export type CheckedNumber = 'walk' | 'mean' | 'variance' | 'dead' | 'loss' | 'accuracy' | 'weights';

/** The device computes wrongly: what it measured, what is right, and by how much the two may differ. */
export interface WrongNumbers {
  readonly code: 'wrongNumbers';
  readonly what: CheckedNumber;
  /** Layers from the start of the walk; training steps for a loss. */
  readonly step: number;
  readonly measured: number;
  readonly expected: number;
  readonly allowed: number;
}

/** Why a run was not made, or broke off. */
export type RunReason =
  | WrongNumbers
  /** One buffer would be larger than the device allows. */
  | { readonly code: 'noBuffer'; readonly neededBytes: number; readonly allowedBytes: number }
  /** The device refused memory, or work on it; `detail`: the driver's own words. */
  | { readonly code: 'noMemory' | 'deviceError'; readonly detail: string }
  /** The device computed NaN at a step of a walk. */
  | { readonly code: 'notANumber'; readonly step: number }
  /** `depth`: one whose network would fit. */
  | {
      readonly code: 'tooLarge';
      readonly neededBytes: number;
      readonly allowedBytes: number;
      readonly depth: number;
    }
  /** The worker died; `isReplaced`: another was started. `detail` may be empty. */
  | { readonly code: 'stopped'; readonly detail: string; readonly isReplaced: boolean }
  | { readonly code: 'noBackend'; readonly backend: BackendName }
  /** Nobody knew that this could happen: the error's own words. */
  | { readonly code: 'unforeseen'; readonly detail: string };

/** Reasons after which a device is not to be trusted with the next run. */
export const deviceFaults: readonly EngineReason['code'][] = [
  'wrongNumbers',
  'notANumber',
  'noMemory',
  'deviceError',
];

/** What went wrong, with its values; the sentences are the page's (`experiment/link/reasonText.ts`). */
export type EngineReason = DataReason | RunReason;

/** An error that a user can cause: it carries its reason to the page. */
export class ReasonError extends Error {
  readonly reason: EngineReason;
  constructor(reason: EngineReason) {
    super(JSON.stringify(reason));
    this.reason = reason;
  }
}

/** Whether a device computed wrongly: what it has made so far is wrong as well, and no run goes on from it. */
export const isWrong = (error: unknown): boolean =>
  error instanceof ReasonError && error.reason.code === 'wrongNumbers';

/** Whether a device refused memory or work, so that less of it may still be done. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof ReasonError && (error.reason.code === 'noMemory' || error.reason.code === 'deviceError')
  );
}

/** The browser's or driver's own words for an error; none where we have words. */
export function ownWordsOf(error: unknown): string {
  if (error instanceof ReasonError) return '';
  return error instanceof Error ? error.message : String(error);
}

/** The reason that an error carries. */
export function reasonOf(error: unknown): EngineReason {
  return error instanceof ReasonError ? error.reason : { code: 'unforeseen', detail: ownWordsOf(error) };
}
