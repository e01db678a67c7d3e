/** Whether an adapter runs on the processor. */
export function isSoftwareAdapter(info: GPUAdapterInfo): boolean {
  const all = [info.description, info.device, info.architecture, info.vendor].join(' ');
  return info.isFallbackAdapter === true || /swiftshader|llvmpipe|lavapipe|software|basic render/i.test(all);
}
