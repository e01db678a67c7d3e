import { expect, type Page, type Worker } from '@playwright/test';
import { patchWorkers } from './patchWorkers.ts';

/** Worker globals of the patch below. */
interface DeviceGlobals {
  openedDevices: GPUDevice[];
}

/** Notes every GPU device that a worker of the page opens, so that a test can take it away; call before `goto`. */
export function noteDevices(page: Page): Promise<void> {
  return patchWorkers(
    page,
    () => {
      const noted: GPUDevice[] = [];
      Object.assign(globalThis, { openedDevices: noted });
      if (!('GPUAdapter' in globalThis)) return;
      const { requestDevice } = GPUAdapter.prototype;
      GPUAdapter.prototype.requestDevice = async function (descriptor) {
        const device = await requestDevice.call(this, descriptor);
        noted.push(device);
        return device;
      };
    },
    null,
  );
}

const countIn = (worker: Worker) =>
  worker
    .evaluate(() => (globalThis as unknown as DeviceGlobals).openedDevices?.length ?? 0)
    // A worker may end while it is asked.
    .catch(() => 0);

/** Destroys the newest device of every worker of the page; returns how many workers lost one. */
export async function takeDevices(page: Page): Promise<number> {
  let taken = 0;
  for (const worker of page.workers()) {
    if ((await countIn(worker)) === 0) continue;
    await worker.evaluate(() => (globalThis as unknown as DeviceGlobals).openedDevices.at(-1)?.destroy());
    taken += 1;
  }
  return taken;
}

/** Waits until the page's workers have opened so many devices in all. */
export async function expectDevices(page: Page, count: number): Promise<void> {
  await expect
    .poll(async () => {
      const counts = await Promise.all(page.workers().map(countIn));
      return counts.reduce((sum, found) => sum + found, 0);
    })
    .toBeGreaterThanOrEqual(count);
}

/** Notes what every worker says of its memory when a run is put away; call before `goto`. */
export function noteMemory(page: Page): Promise<void> {
  return patchWorkers(
    page,
    () => {
      const notes: { tensors: number; buffers: number }[] = [];
      Object.assign(globalThis, { memoryNotes: notes });
      const post: (message: unknown, options?: WindowPostMessageOptions) => void = globalThis.postMessage;
      Object.assign(globalThis, {
        postMessage(message: unknown, options?: WindowPostMessageOptions) {
          const { kind, tensors, buffers } = Object(message);
          if (kind === 'memory') notes.push({ tensors, buffers });
          post(message, options);
        },
      });
    },
    null,
  );
}

/** What the page's workers said last of their memory: tensors and buffers that are left when no run is under way. */
export async function usedMemory(page: Page): Promise<unknown[]> {
  return Promise.all(
    page
      .workers()
      .map((worker) => worker.evaluate(() => Reflect.get(globalThis, 'memoryNotes')?.at(-1) ?? null)),
  );
}

/** Makes a worker of the page die of an uncaught error, and waits until it is gone. */
export async function killWorker(page: Page): Promise<void> {
  const [worker] = page.workers();
  if (!worker) throw new Error('No worker runs.');
  const gone = worker.waitForEvent('close');
  await worker
    .evaluate(() => {
      setTimeout(() => {
        throw new Error('planted');
      });
    })
    .catch(() => undefined);
  await gone;
}
