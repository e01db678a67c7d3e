import { afterEach, expect, test, vi } from 'vitest';
import { inTasks } from '#run/inTasks.ts';

afterEach(() => vi.restoreAllMocks());

/** Lets the clock go on by so many ms whenever it is read. */
function clockOf(stepMs: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += stepMs;
    return now;
  });
}

/** Other tasks that ran while work of so many pieces was done. */
function tasksBetween(pieces: number): Promise<number> {
  return new Promise((resolve) => {
    let others = 0;
    let isDone = false;
    const ask = inTasks(
      function* (count: number) {
        const before = others;
        for (let piece = 1; piece < count; piece++) yield;
        return others - before;
      },
      (answer) => {
        isDone = true;
        resolve(answer);
      },
    );
    ask(pieces);
    const other = () => {
      others += 1;
      if (!isDone) setTimeout(other);
    };
    other();
  });
}

test('a question is begun at once and goes on in later tasks; of those that come meanwhile the latest follows, and none else', async () => {
  const begun: string[] = [];
  const answers: string[] = [];
  await new Promise<void>((resolve) => {
    const ask = inTasks(
      function* (question: string) {
        begun.push(question);
        yield;
        if (question === 'first') for (const next of ['second', 'third']) ask(next);
        yield;
        return question;
      },
      (answer) => {
        answers.push(answer);
        if (answer === 'third') resolve();
      },
    );
    ask('first');
    expect([begun, answers]).toEqual([['first'], []]);
  });
  expect(begun).toEqual(['first', 'third']);
  expect(answers).toEqual(['first', 'third']);
});

test('what takes one piece is answered in the frame that asks, unless another question is on its way', async () => {
  const answers: number[] = [];
  await new Promise<void>((resolve) => {
    const ask = inTasks(
      function* (pieces: number) {
        for (let piece = 1; piece < pieces; piece++) yield;
        return pieces;
      },
      (answer) => {
        answers.push(answer);
        if (answers.length === 3) resolve();
      },
    );
    ask(1);
    expect(answers).toEqual([1]);
    ask(2);
    ask(1);
    expect(answers).toEqual([1]);
  });
  expect(answers).toEqual([1, 2, 1]);
});

test('others have their turn after every piece of work that takes long', async () => {
  clockOf(10);
  expect(await tasksBetween(5)).toBe(4);
});

test('many quick pieces are one task behind the one that asks', async () => {
  clockOf(0);
  expect(await tasksBetween(500)).toBe(1);
});

test('work that fails leaves the way free for the next question', async () => {
  const failures: unknown[] = [];
  // Whoever else listens in this process, as TensorFlow.js's WebAssembly does, would end it.
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (failure) => failures.push(failure));
  const told = await new Promise((resolve) => {
    const ask = inTasks(function* (question: number): Generator<void, number> {
      yield;
      if (question === 1) {
        setTimeout(() => ask(2), 1);
        throw new Error('No answer.');
      }
      return question;
    }, resolve);
    ask(1);
  });
  process.removeAllListeners('unhandledRejection');
  for (const listener of others) process.on('unhandledRejection', listener);
  expect(told).toBe(2);
  expect(failures).toEqual([new Error('No answer.')]);
});
