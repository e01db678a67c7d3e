import {
  pathLimit,
  type WalkFrame,
  type WalkMoments,
  type WalkRunFrame,
  type WalkSettings,
  type WalkStartedFrame,
} from '#engine/walk/protocol.ts';

/** All that has arrived of one run. Arrays are filled in place; `walks` and `pathCount` tell how far. */
export interface WalkRecord {
  readonly settings: WalkSettings;
  /** `recorded`: shipped with the app and drawn until the engine's first walks arrive. */
  readonly source: 'engine' | 'recorded';
  /** Backend and device that made the walks; empty before the first is heard of. */
  readonly backend: string;
  /** Of a recorded run: what computes its successor. */
  readonly ownBackend: string;
  /** What makes the newest walks, and what it was chosen by; null before it is heard of. */
  readonly walker: WalkStartedFrame | null;
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

/** A run of which no walk has arrived. */
export function emptyWalkRecord(settings: WalkSettings): WalkRecord {
  return {
    settings,
    source: 'engine',
    backend: '',
    ownBackend: '',
    walker: null,
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
function withWalks(record: WalkRecord, frame: WalkFrame): WalkRecord {
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

/** The record with what an engine says it computes on; several, in their order, where one took over from another. */
function withWalker(record: WalkRecord, walker: WalkStartedFrame): WalkRecord {
  const { backend, device } = walker;
  const name = `${backend} (${device})`;
  const isKnown = record.backend === '' || record.backend.endsWith(name);
  return { ...record, walker, backend: isKnown ? name : `${record.backend}, ${name}` };
}

/** The record with a frame. A recorded run stays on the screen until the engine's first walks arrive. */
export function withWalkFrame(record: WalkRecord, frame: WalkRunFrame): WalkRecord {
  if (frame.kind !== 'walk' && frame.kind !== 'started') return record;
  const isFirst = record.source === 'recorded' && frame.kind === 'walk';
  const { settings, ownBackend, walker } = record;
  const own = isFirst ? { ...emptyWalkRecord(settings), backend: ownBackend, walker } : record;
  if (frame.kind === 'walk') return withWalks(own, frame);
  if (record.source === 'engine') return withWalker(record, frame);
  return { ...record, walker: frame, ownBackend: `${frame.backend} (${frame.device})` };
}
