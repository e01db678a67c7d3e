import { ownWordsOf } from '#engine/worker/reason.ts';
import { type DeviceErrors, listenToErrors } from './deviceErrors.ts';
import type { BackendFault } from './protocol.ts';
import { isSoftwareAdapter } from './softwareAdapter.ts';
import { TimeLimitError, withinTime } from './timeLimit.ts';

export interface WebgpuDevice {
  readonly device: GPUDevice;
  readonly info: GPUAdapterInfo;
  /** Name for people. */
  readonly name: string;
  /** True when the adapter runs on the processor. */
  readonly software: boolean;
  /** What it complained of where nobody listened. */
  readonly errors: DeviceErrors;
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

/** An adapter as Chrome 113 to 126 has it: what it is must be asked for, and it says itself whether it is the processor. */
interface OlderAdapter {
  readonly isFallbackAdapter?: boolean;
  readonly requestAdapterInfo?: () => Promise<Partial<GPUAdapterInfo>>;
}

/** What an adapter says of itself; a device that does not say is unnamed. */
async function infoOf(adapter: GPUAdapter & OlderAdapter): Promise<GPUAdapterInfo> {
  const told = Reflect.has(adapter, 'info') ? null : await adapter.requestAdapterInfo?.();
  // The types know no adapter without it.
  return (
    adapter.info ?? {
      vendor: told?.vendor ?? '',
      architecture: told?.architecture ?? '',
      device: told?.device ?? '',
      description: told?.description ?? '',
      subgroupMinSize: 0,
      subgroupMaxSize: 0,
      isFallbackAdapter: told?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false,
    }
  );
}

function nameOf(info: GPUAdapterInfo): string {
  const words = [info.description, info.device, info.architecture, info.vendor];
  return words.find((word) => word !== '') ?? 'unnamed adapter';
}

/** Some browsers never answer: then the next rung of the ladder is taken. */
const answerLimitMs = 8000;
/** After a loss Chromium holds back its next adapter; up to 9 s were seen on a software one. */
const answerAfterLossMs = 30_000;

const requestDevice = (adapter: GPUAdapter) =>
  adapter.requestDevice({
    requiredFeatures: wantedFeatures.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(limitNames.map((name) => [name, adapter.limits[name]])),
  });

/** What went wrong while WebGPU was opened. */
export function openingFault(error: unknown): BackendFault {
  return error instanceof TimeLimitError
    ? { backend: 'webgpu', reason: 'silent', limitMs: error.limitMs }
    : { backend: 'webgpu', reason: 'error', detail: ownWordsOf(error) };
}

/** Whether the only adapter of this machine runs on the processor; false where there is none, a fault where the browser does not say. */
export async function isSoftwareMachine(isAfterLoss: boolean): Promise<boolean | BackendFault> {
  if (!navigator.gpu) return false;
  try {
    const asked = navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
    const adapter = await withinTime(asked, isAfterLoss ? answerAfterLossMs : answerLimitMs);
    return adapter !== null && isSoftwareAdapter(await withinTime(infoOf(adapter), answerLimitMs));
  } catch (error) {
    return openingFault(error);
  }
}

/** Requests an adapter and a device with its highest limits, the first or one after a loss; a fault when there is none. */
export async function openWebgpuDevice(isAfterLoss: boolean): Promise<WebgpuDevice | BackendFault> {
  const limitMs = isAfterLoss ? answerAfterLossMs : answerLimitMs;
  if (!navigator.gpu) return { backend: 'webgpu', reason: isSecureContext ? 'absent' : 'insecure' };
  try {
    const asked = navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
    const adapter = await withinTime(asked, limitMs);
    if (!adapter) return { backend: 'webgpu', reason: 'no-adapter' };
    // Before the device: an adapter whose device was made is spent in older browsers.
    const info = await withinTime(infoOf(adapter), limitMs);
    // A device that comes too late is nobody's.
    const device = await withinTime(requestDevice(adapter), limitMs, (late) => late.destroy());
    const errors = listenToErrors(device);
    return { device, info, name: nameOf(info), software: isSoftwareAdapter(info), errors };
  } catch (error) {
    return openingFault(error);
  }
}
