import { expect, test } from 'vitest';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { learn } from '#ui/dictionary/en/learn.ts';
import { lessons as lessonsEn } from '#ui/dictionary/en/lessons.ts';
import { speakEnglish } from '#ui/dictionary/loadDictionary.ts';
import { type LectureAction, lectureAction, lectureKeys } from '#ui/learn/lecture/lectureKeys.ts';
import { lectureStep } from '#ui/learn/lecture/lectureStep.ts';
import { lessonTexts } from '#ui/learn/lessonTexts.ts';

speakEnglish();

for (const [i, name] of lessonNames.entries()) {
  test(`lesson ${i + 1}, ${name}, says what it should, with every number in its place`, () => {
    const texts = lessonTexts(i + 1, lessonsEn);
    const all = [...texts.text, texts.question, ...texts.choices, texts.reveal, texts.notes].join(' ');
    expect(all).not.toMatch(/NaN|Infinity|∞|undefined|null|\[object/);
    expect(texts.choices[texts.right]).toBeDefined();
    expect(new Set(texts.choices).size).toBe(texts.choices.length);
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
  for (const { action } of lectureKeys) expect(learn.keys[action]).toMatch(/\w/);
});
