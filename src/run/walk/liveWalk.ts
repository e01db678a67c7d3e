import { pathLimit, type WalkFrame, type WalkMoments, type WalkSettings } from '#engine/walk/protocol.ts';

/** All that has arrived of one run. Arrays are filled in place; `walks` and `pathCount` tell how far. */
export interface WalkRecord {
  readonly settings: WalkSettings;
  /** `recorded`: shipped with the app and drawn until the engine's first walks arrive. */
  readonly source: 'engine' | 'recorded';
  /** Backend and device that made the walks. */
  readonly backend: string;
  readonly walks: number;
  readonly dead: number;
  /** Null until a walk has arrived. */
  readonly moments: WalkMoments | null;
  /** Walks in walk order, [pathCount, depth + 1] row by row. */
  readonly paths: Float32Array;
  readonly pathCount: number;
  /** ln Z at the last layer, [walks] in walk order; -Infinity when dead. */
  readonly final: Float32Array;
  readonly elapsedMs: number;
  readonly weightsPerSecond: number;
  readonly done: boolean;
}

/** The walks on the screen: changes many times a second, and reaches the plots by subscription, not by render. */
export interface LiveWalk {
  current(): WalkRecord | null;
  /** Calls back after every change; returns the way out. */
  subscribe(listener: () => void): () => void;
  /** Begins a run with nothing in it. */
  begin(settings: WalkSettings, backend: string): void;
  append(frame: WalkFrame): void;
  show(record: WalkRecord): void;
}

export function emptyRecord(settings: WalkSettings, backend: string): WalkRecord {
  return {
    settings,
    source: 'engine',
    backend,
    walks: 0,
    dead: 0,
    moments: null,
    paths: new Float32Array(Math.min(settings.walks, pathLimit) * (settings.depth + 1)),
    pathCount: 0,
    final: new Float32Array(settings.walks),
    elapsedMs: 0,
    weightsPerSecond: 0,
    done: false,
  };
}

/** The record with a frame's walks behind those it has; its arrays are written, not copied. */
export function withFrame(record: WalkRecord, frame: WalkFrame): WalkRecord {
  record.paths.set(frame.paths, record.pathCount * (record.settings.depth + 1));
  record.final.set(frame.final, record.walks);
  return {
    ...record,
    walks: frame.walks,
    dead: frame.dead,
    moments: frame.moments,
    pathCount: record.pathCount + frame.pathCount,
    elapsedMs: frame.elapsedMs,
    weightsPerSecond: frame.weightsPerSecond,
    done: frame.done,
  };
}

export function createLiveWalk(): LiveWalk {
  let record: WalkRecord | null = null;
  const listeners = new Set<() => void>();
  function show(next: WalkRecord): void {
    record = next;
    for (const listener of listeners) listener();
  }
  return {
    current: () => record,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: (settings, backend) => show(emptyRecord(settings, backend)),
    append: (frame) => {
      if (record) show(withFrame(record, frame));
    },
    show,
  };
}
