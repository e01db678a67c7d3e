import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compiledIn, licenceOf, licencesText, packageOf } from '../../scripts/licences.mjs';

const root = join(import.meta.dirname, '../..');
const folder = (name: string) => join(root, 'node_modules', name);

test('a module’s package is the last one on its way, scoped or not; our own modules have none', () => {
  expect(packageOf('/a/node_modules/react/index.js')).toBe('/a/node_modules/react');
  expect(packageOf('\0/a/node_modules/@radix-ui/react-id/dist/index.mjs')).toBe(
    '/a/node_modules/@radix-ui/react-id',
  );
  expect(packageOf('/a/node_modules/x/node_modules/y/z.js?commonjs')).toBe(
    '/a/node_modules/x/node_modules/y',
  );
  expect(packageOf('/a/src/ui/main.tsx')).toBeNull();
});

test('packages that bring no text but name the Apache licence get its text', () => {
  const { name, text } = licenceOf(folder('@tensorflow/tfjs-core'), root);
  expect(name).toBe('@tensorflow/tfjs-core');
  expect(text).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
});

test('one text of many packages stands once, under all their names', () => {
  const text = licencesText('OURS', [folder('react'), folder('react-dom'), folder('zustand')], root);
  expect(text).toContain('OURS');
  expect(text).toMatch(/react \S+, MIT\nreact-dom \S+, MIT\n/);
  expect(text.split('Permission is hereby granted')).toHaveLength(3);
});

test('AssemblyScript, whose library is compiled into the kernels, is named with its notices', () => {
  const text = licencesText('OURS', compiledIn.map(folder), root);
  expect(text).toMatch(/assemblyscript \S+, Apache-2\.0, by Daniel Wirtz/);
  expect(text).toContain('musl');
});
