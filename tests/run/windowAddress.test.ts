import { afterEach, expect, test, vi } from 'vitest';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { lenient } from '#experiment/lenience/lenient.ts';
import { windowAddress } from '#run/windowAddress.ts';

beLenient(lenient);

/** A window at an address; `refuses` as a frame without an origin does. */
function openAt(address: string, refuses = false) {
  const location = new URL(address, 'https://example.org');
  const history = {
    state: null,
    replaceState(_state: unknown, _title: string, next: string) {
      if (refuses) throw new DOMException('no origin', 'SecurityError');
      location.href = new URL(next, location).href;
    },
  };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', history);
  return { bar: windowAddress(), address: () => location.href.slice(location.origin.length) };
}

afterEach(() => vi.unstubAllGlobals());

test('an address without a link in its query is read and written behind # alone', () => {
  const { bar, address } = openAt('/walk/?id=5#depth=7');
  expect(bar.link()).toBe('#depth=7');
  bar.replace('#depth=8');
  expect(address()).toBe('/walk/?id=5#depth=8');
});

test('a link in the query is taken out of it when it is written, and the host’s own parameters stay', () => {
  const { bar, address } = openAt('/walk/?id=5&f=relu&utm_source=a#depth=7');
  expect(bar.link()).toBe('?id=5&f=relu&utm_source=a#depth=7');
  bar.replace('#f=relu&depth=7');
  expect(address()).toBe('/walk/?id=5#f=relu&depth=7');
  expect(bar.link()).toBe('#f=relu&depth=7');
});

test('a # that was encoded into the path is read, and mended when it is written', () => {
  for (const sign of ['%23', '%2523']) {
    const { bar, address } = openAt(`/walk/${sign}f=relu&depth=7`);
    expect(bar.link()).toContain('?f=relu&depth=7');
    bar.replace('#f=relu&depth=7');
    expect(address()).toBe('/walk/#f=relu&depth=7');
  }
});

test('a folder or file with a # in its name keeps it', () => {
  for (const path of ['/C%23/walk.html', '/C%23%20and%20depth/', '/walk%23.html']) {
    const { bar, address } = openAt(`${path}#depth=7`);
    expect(bar.link()).toBe('#depth=7');
    bar.replace('#depth=8');
    expect(address()).toBe(`${path}#depth=8`);
  }
});

test('where the address may not be written the page keeps its link to itself', () => {
  const { bar, address } = openAt('/walk/?f=relu', true);
  bar.replace('#f=relu&depth=7');
  expect(bar.link()).toBe('#f=relu&depth=7');
  expect(address()).toBe('/walk/?f=relu');
});
