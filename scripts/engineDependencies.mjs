/** Packages that workers import, which a development server finds late: it would make the page reload in the middle of a test. */
export const engineDependencies = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-core/dist/register_all_gradients.js',
  'fflate',
  'fourier-transform',
  'idb-keyval',
  'ml-matrix',
  'papaparse',
];
