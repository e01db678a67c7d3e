import { isSoftwareAdapter } from '#engine/device/softwareAdapter.ts';

/**
 * Threads of the workgroup that walks one network. A processor has four lanes, and pays for every barrier that more
 * threads must meet at: with 64 of them narrow networks were walked ten times slower there.
 */
export function walkThreads({ adapterInfo }: GPUDevice): number {
  return isSoftwareAdapter(adapterInfo) ? 4 : 64;
}
