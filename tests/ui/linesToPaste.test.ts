import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { formatLink, parseLink } from '#experiment/link/linkCodec.ts';
import { chatText, frameLine, notebookLine } from '#ui/share/linesToPaste.ts';

const experiment = { ...defaultExperiment, f: 'relu', depth: 60, seed: 3 } as const;
const base = 'https://host/walk/';
const link = `${base}#${formatLink(experiment, [])}`;
const embedded = `${base}#${formatLink({ ...experiment, embed: 1 }, [])}`;
const pasted = { title: 'It says "grows" & < 2.', link, embedded };

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

test('a message ends with the link, which opens the experiment', () => {
  const words = chatText(pasted).split(' ');
  expect(parseLink(new URL(words.at(-1) ?? '').hash).experiment).toEqual(experiment);
});

test('an iframe line is a frame of the experiment as a figure, with its title, and valid as HTML', () => {
  const [, src = '', title = ''] =
    /^<iframe src="([^"]*)" title="([^"]*)" [^<]*><\/iframe>$/.exec(frameLine(pasted)) ?? [];
  expect(src).not.toMatch(/&(?!amp;)/);
  expect(parseLink(new URL(unescaped(src)).hash).experiment).toEqual({ ...experiment, embed: 1 });
  expect(unescaped(title)).toBe(pasted.title);
});

test('a notebook line is one statement after an import, and frames the same figure', () => {
  const [, address = ''] =
    /IFrame; IFrame\(("[^"]*"), width="100%", height=560\)$/.exec(notebookLine(pasted)) ?? [];
  expect(JSON.parse(address)).toBe(embedded);
});
