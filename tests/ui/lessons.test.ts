import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonNames } from '#state/lessons/lessonNames.ts';
import { parseLink } from '#state/linkCodec.ts';
import { learnEn } from '#ui/learn/learnEn.ts';
import { type LectureAction, lectureAction, lectureKeys } from '#ui/learn/lectureKeys.ts';
import { lectureStep } from '#ui/learn/lectureStep.ts';
import { lessonsEn } from '#ui/learn/lessonsEn.ts';
import { lessonTexts } from '#ui/learn/lessonTexts.ts';

const teaching = readFileSync('docs/TEACHING.md', 'utf8');

for (const [i, name] of lessonNames.entries()) {
  test(`lesson ${i + 1}, ${name}, says what it should, with every number in its place`, () => {
    const texts = lessonTexts(i + 1, lessonsEn);
    const all = [...texts.text, texts.question, ...texts.choices, texts.reveal, texts.notes].join(' ');
    expect(all).not.toMatch(/NaN|Infinity|∞|undefined|null|\[object/);
    expect(texts.choices[texts.right]).toBeDefined();
    expect(new Set(texts.choices).size).toBe(texts.choices.length);
    expect(teaching).toContain(`## ${i + 1}. ${texts.title}`);
  });
}

const walkThrough = (start: ReturnType<typeof lectureStep>, action: LectureAction, presses: number) => {
  let place = start;
  for (let press = 0; press < presses; press++) place = lectureStep(place, action);
  return place;
};

test('one key leads from the first question to the last figure, another one back', () => {
  const first = { lesson: 1, isRevealed: false };
  const last = { lesson: lessonNames.length, isRevealed: true };
  const presses = 2 * lessonNames.length - 1;
  expect(walkThrough(first, 'next', presses)).toEqual(last);
  expect(walkThrough(first, 'next', presses + 3)).toEqual(last);
  expect(walkThrough(last, 'previous', presses)).toEqual(first);
  expect(walkThrough(last, 'previous', presses + 3)).toEqual(first);
  expect(walkThrough(first, 'next', 2)).toEqual({ lesson: 2, isRevealed: false });
});

test('a clicker’s keys have their meaning, F5 and held modifiers have none', () => {
  const plain = { ctrlKey: false, altKey: false, metaKey: false };
  expect(lectureAction({ ...plain, key: 'PageDown' })).toBe('next');
  expect(lectureAction({ ...plain, key: 'PageUp' })).toBe('previous');
  expect(lectureAction({ ...plain, key: '.' })).toBe('blank');
  expect(lectureAction({ ...plain, key: 'F5' })).toBeNull();
  expect(lectureAction({ ...plain, ctrlKey: true, key: 'PageDown' })).toBeNull();
  const keys = lectureKeys.flatMap((row) => row.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { action } of lectureKeys) expect(learnEn.keys[action]).toMatch(/\w/);
});

test('every link of the teacher’s page opens without a notice', () => {
  const links = Array.from(teaching.matchAll(/\]\((#[^)]*)\)/g), ([, link = '']) => link);
  expect(links.length).toBeGreaterThanOrEqual(2 * lessonNames.length);
  for (const link of links) {
    const { notices, unknown } = parseLink(link);
    expect([link, notices, unknown]).toEqual([link, [], []]);
  }
});

test('the numbers of the teacher’s page are those of the lessons', () => {
  // 1.01^500, 2^(3/2), ln 10, and the ReLU correlation map a hundred layers on.
  expect(teaching).toContain(`a factor of about ${Math.round(1.01 ** 500)}`);
  expect(teaching).toContain(`${(2 ** 1.5).toFixed(2)} times the variance`);
  expect(teaching).toContain(`${Math.log(10).toFixed(3)} for ten`);
  expect(teaching).toContain('*0.996, from 0 at the start.*');
});
