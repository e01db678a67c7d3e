/** Packages that only the worker imports, which a development server finds late. */
export const engineDependencies = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-core/dist/register_all_gradients.js',
  'idb-keyval',
];
