import { openWebgpuDevice } from '#engine/device/webgpuDevice.ts';

let opened: Promise<GPUDevice> | null = null;

async function open(): Promise<GPUDevice> {
  const found = await openWebgpuDevice(false);
  if ('reason' in found) throw new Error(found.reason);
  return found.device;
}

/** The device of all tests of the training kernels, opened once: what one file has compiled serves the next. */
export function openedDevice(): Promise<GPUDevice> {
  opened ??= open();
  return opened;
}
