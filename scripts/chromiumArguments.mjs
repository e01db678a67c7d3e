/** SwiftShader compiles this extension's zeros store by store, up to 2 s a kernel; the shader's own loop sets the same zeros. */
export const slowDawnFeature = 'use_vulkan_zero_initialize_workgroup_memory_extension';

/** Arguments that give a full Chromium WebGPU without a GPU (SwiftShader), and keep it off the network. */
export const chromiumArguments = [
  '--headless=new',
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--use-webgpu-adapter=swiftshader',
  `--disable-dawn-features=${slowDawnFeature}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
