import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const dist = join(import.meta.dirname, '../../dist');

test('no script repeats licence headers, and licences.txt has all that ships', async ({ page }) => {
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !name.startsWith('examples/'),
  );
  expect(scripts.length).toBeGreaterThan(20);
  for (const name of scripts) {
    const headers = readFileSync(join(dist, name), 'utf8').match(/@license|Licensed under the Apache/g) ?? [];
    expect(headers.length, name).toBeLessThanOrEqual(1);
  }
  const response = await page.request.get('./licences.txt');
  const text = await response.text();
  const shipped = [
    'SIL OPEN FONT LICENSE',
    '@tensorflow/tfjs-core',
    '@tensorflow/tfjs-backend-webgpu',
    'react',
    'react-dom',
    'd3-shape',
    'temml',
    'marked',
    '@radix-ui/react-dialog',
    'zustand',
    'uqr',
    'workbox-window',
    'workbox-precaching',
    'ml-matrix',
    'idb-keyval',
    'reveal.js',
  ];
  for (const name of shipped) expect(text).toMatch(new RegExp(`^${name.replace('.', '\\.')}\\b`, 'mi'));
});

test('the share dialog links to the licences', async ({ page }) => {
  await page.goto('./#run=0&backend=cpu');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = page.getByRole('link', { name: 'Licences of all that it contains' });
  const download = page.waitForEvent('download');
  await link.click();
  expect((await download).suggestedFilename()).toBe('licences.txt');
});

test('the example deck is not among the files that every reader keeps', () => {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
  expect(worker).toContain('recorded-walk.json');
  expect(worker).not.toContain('examples/');
});
