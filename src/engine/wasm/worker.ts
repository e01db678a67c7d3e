import type { CrewAnswer, CrewOrder } from './crewProtocol.ts';
import { createSliceWalker, type SliceWalker, type WalkerBatch } from './sliceWalker.ts';

function post(answer: CrewAnswer): void {
  postMessage(answer, { transfer: answer.kind === 'walked' ? [answer.increments.buffer] : [] });
}

/** A member of the crew: slices of the batches that it is given, one after the other. */
function serveSlices(): void {
  const batches = new Map<number, WalkerBatch>();
  let walker: SliceWalker | null = null;

  function walked({ batch, work }: Extract<CrewOrder, { kind: 'walk' }>): CrewAnswer {
    try {
      if (!walker) throw new Error('A slice came before the kernels.');
      const state = batches.get(batch) ?? walker.start(work);
      batches.set(batch, state);
      return { kind: 'walked', batch, increments: state.walk(work) };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', batch, isMemory: error instanceof RangeError, detail };
    }
  }

  addEventListener('message', ({ data: order }: MessageEvent<CrewOrder>) => {
    if (order.kind === 'begin') {
      walker = createSliceWalker(order.module);
      post({ kind: 'ready' });
    } else if (order.kind === 'walk') post(walked(order));
    else {
      batches.get(order.batch)?.dispose();
      batches.delete(order.batch);
    }
  });
}

serveSlices();
