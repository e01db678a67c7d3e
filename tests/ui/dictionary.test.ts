import { afterEach, expect, test, vi } from 'vitest';
import { addSections, dictionary, speak, spokenLanguage } from '#experiment/dictionary/dictionary.ts';
import { experiment } from '#experiment/dictionary/en/experiment.ts';
import { loadWith, speakEnglish, speakLoaded } from '#ui/dictionary/loadDictionary.ts';

afterEach(() => speak('en', { experiment }));

const modules = import.meta.glob([
  '/src/{experiment,run,api,ui}/**/*.{ts,tsx}',
  '!/src/ui/main.tsx',
  '!/src/**/*.d.ts',
]);

test('no module reads a word where it begins: every one can be loaded before any language is', async () => {
  // Other files may have loaded them already.
  vi.resetModules();
  const fresh = await import('#experiment/dictionary/dictionary.ts');
  fresh.speak('en', {});
  const names = Object.keys(modules);
  expect(names.length).toBeGreaterThan(200);
  for (const [name, load] of Object.entries(modules)) {
    await expect(load(), name).resolves.toBeDefined();
  }
});

test('a section that is not loaded is named by an error, and is there once it was loaded with its view', async () => {
  speakEnglish();
  expect(() => dictionary('train')).toThrow('train');
  expect(await loadWith('train', async () => 'the view')).toBe('the view');
  expect(dictionary('train').stepHelp).toBe('One more mini-batch');
});

test('another language takes the place of English, with the sections that are loaded after it', async () => {
  speakEnglish();
  await speakLoaded('de');
  expect(spokenLanguage()).toBe('de');
  expect(dictionary('page').actions.close).toBe('Schließen');
  expect(dictionary('experiment').cancelled).toBe('Der Lauf wurde abgebrochen.');
  await loadWith('train', async () => null);
  expect(dictionary('train').stepHelp).toBe('Noch ein Mini-Batch');
});

test('a view whose dictionary cannot be loaded is not shown without it, and may be asked for again', async () => {
  speakEnglish();
  const broken = () => Promise.reject(new Error('no network'));
  await expect(loadWith('share', broken)).rejects.toThrow('no network');
  expect(await loadWith('share', async () => 1)).toBe(1);
});

test('sections that are added leave the others as they are', () => {
  speak('en', { experiment });
  addSections({ teaching: '# Text' });
  expect(dictionary('teaching')).toBe('# Text');
  expect(dictionary('experiment')).toBe(experiment);
});

test('no dictionary makes its own plurals: what a language counts as one, Intl knows', () => {
  const texts = import.meta.glob<string>('/src/{experiment,ui}/dictionary/*/**/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  expect(Object.keys(texts).length).toBeGreaterThan(60);
  // Two words after `=== 1 ?` are a plural; none, or another template, is something else.
  const own = Object.entries(texts).filter(([, text]) => /[!=]== 1 \? '[^']+' : '/.test(text));
  expect(own.map(([name]) => name)).toEqual([]);
});
