import { mkdir, writeFile } from 'node:fs/promises';

/** Three digits of a number: what a measurement is good for. */
export const digits = (value) => Number(value.toPrecision(3));

/** Writes a report to bench-results/, named after its part and the time. */
export async function keep(name, report) {
  await mkdir('bench-results', { recursive: true });
  const file = `bench-results/${name}-${new Date().toISOString().replaceAll(':', '-')}.json`;
  await writeFile(file, JSON.stringify(report, null, 2));
  console.log(`Written to ${file}`);
}
