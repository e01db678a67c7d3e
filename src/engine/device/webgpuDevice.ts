import type { BackendFault } from '#engine/walk/protocol.ts';
import { ownWordsOf } from '#engine/worker/reason.ts';
import { isSoftwareAdapter } from './softwareAdapter.ts';

export interface WebgpuDevice {
  readonly device: GPUDevice;
  readonly info: GPUAdapterInfo;
  /** Name for people. */
  readonly name: string;
  /** True when the adapter runs on the processor. */
  readonly software: boolean;
}

const wantedFeatures: readonly GPUFeatureName[] = ['timestamp-query', 'subgroups', 'shader-f16'];

const limitNames = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

function nameOf(info: GPUAdapterInfo): string {
  const words = [info.description, info.device, info.architecture, info.vendor];
  return words.find((word) => word !== '') ?? 'unnamed adapter';
}

/** Requests an adapter and a device with its highest limits; a fault instead when there is none. */
export async function openWebgpuDevice(): Promise<WebgpuDevice | BackendFault> {
  if (!navigator.gpu) return { backend: 'webgpu', reason: 'absent' };
  try {
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return { backend: 'webgpu', reason: 'no-adapter' };
    const device = await adapter.requestDevice({
      requiredFeatures: wantedFeatures.filter((feature) => adapter.features.has(feature)),
      requiredLimits: Object.fromEntries(limitNames.map((name) => [name, adapter.limits[name]])),
    });
    const software = isSoftwareAdapter(adapter.info);
    return { device, info: adapter.info, name: nameOf(adapter.info), software };
  } catch (error) {
    return { backend: 'webgpu', reason: 'error', detail: ownWordsOf(error) };
  }
}
