/** Public copies of MNIST, tried in this order, and only when the user asks; the page's policy allows these hosts alone. */
export const mnistMirrors = [
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
] as const;
