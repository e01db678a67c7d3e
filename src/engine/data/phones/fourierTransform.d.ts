declare module 'fourier-transform' {
  /** Real and imaginary parts of the lines 0..n/2 of n real numbers, n a power of two, unscaled; the next call uses the arrays again. */
  export function fft(input: Float64Array): [re: Float64Array, im: Float64Array];
}
