/** Cepstra of the 25 ms of sound from a sample on, straight from their definition: [13]. */
export function meanCepstra(sound: Int16Array, start: number): readonly number[] {
  const samples = Array.from({ length: 400 }, (_, i) => {
    const now = sound[start + i] ?? 0;
    const before = start + i === 0 ? 0 : (sound[start + i - 1] ?? 0);
    return (now - 0.97 * before) * (0.54 - 0.46 * Math.cos((2 * Math.PI * i) / 399));
  });
  const power = Array.from({ length: 256 }, (_, line) => {
    let [re, im] = [0, 0];
    for (const [i, value] of samples.entries()) {
      re += value * Math.cos((2 * Math.PI * line * i) / 512);
      im -= value * Math.sin((2 * Math.PI * line * i) / 512);
    }
    return re * re + im * im;
  });
  const mel = (f: number) => 1127 * Math.log(1 + f / 700);
  const hertz = (m: number) => 700 * (Math.exp(m / 1127) - 1);
  const corner = (i: number) => mel(hertz((i * mel(8000)) / 27));
  const bands = Array.from({ length: 26 }, (_, band) => {
    const [low, middle, high] = [corner(band), corner(band + 1), corner(band + 2)];
    return power.reduce((sum, value, line) => {
      const m = mel((line * 16_000) / 512);
      const weight = m < middle ? (m - low) / (middle - low) : (high - m) / (high - middle);
      return sum + Math.max(0, weight) * value;
    }, 0);
  });
  return Array.from(
    { length: 13 },
    (_, k) =>
      Math.sqrt(2 / 26) *
      bands.reduce((sum, energy, j) => sum + Math.log(energy) * Math.cos((Math.PI * k * (j + 0.5)) / 26), 0),
  );
}
