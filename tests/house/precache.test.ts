import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingFrom, refuseGaps } from '../../scripts/precacheCheck.mjs';

test('a built file that would be missing offline fails the build; the service worker itself and the example deck are none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'precache-'));
  try {
    for (const name of ['assets', 'examples']) mkdirSync(join(folder, name));
    for (const name of ['index.html', 'assets/worker-1.js', 'examples/deck.js', 'sw.js', 'workbox-0bb.js']) {
      writeFileSync(join(folder, name), '');
    }
    expect(missingFrom(folder, ['index.html'])).toEqual(['assets/worker-1.js']);
    expect(() => refuseGaps(folder)([{ url: 'index.html' }])).toThrow('assets/worker-1.js');
    const whole = [{ url: 'index.html' }, { url: 'assets/worker-1.js' }];
    expect(refuseGaps(folder)(whole).manifest).toEqual(whole);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
