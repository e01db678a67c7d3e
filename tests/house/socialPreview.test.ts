import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { picture, withPreview } from '../../scripts/socialPreview.mjs';

const html = readFileSync('index.html', 'utf8');

test('a card has the page’s title and description, and the picture where the page’s address is known', () => {
  const page = withPreview(html, 'https://host.example/walk/');
  expect(page).toContain('<meta property="og:title" content="Gradient Walk" />');
  expect(page).toMatch(/og:description" content="The vanishing-gradient problem/);
  expect(page).toContain('<meta property="og:image" content="https://host.example/walk/preview.png" />');
  expect(withPreview(html)).not.toContain('og:image');
  expect(withPreview(html)).toContain('og:title');
});

test('the picture is there and has the size that is said of it', () => {
  // The header of a PNG: width and height behind the first chunk's name.
  const bytes = readFileSync(`public/${picture.name}`);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([picture.width, picture.height]);
  expect(bytes.length).toBeLessThan(600_000);
});

test('an address that is no folder’s is refused', () => {
  for (const address of ['host.example/walk/', 'https://host.example/walk', 'https://host.example/?a=/']) {
    expect(() => withPreview(html, address), address).toThrow('address');
  }
});
