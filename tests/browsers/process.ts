import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that was started, and its end. */
export interface Started {
  readonly child: ChildProcess;
  /** Resolves with the first line of its output that matches; rejects if it ends before. */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
  stop(): Promise<void>;
}

/** Starts a program; `needs` is said where it is missing. */
export function start(program: string, args: readonly string[], needs: string, env = {}): Started {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let output = '';
  const listeners = new Set<() => void>();
  let failure: Error | null = null;
  const hear = (chunk: Buffer) => {
    output += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const fail = (reason: Error) => {
    failure = reason;
    for (const listener of listeners) listener();
  };
  child.on('error', () => fail(new Error(`${program} is not here: ${needs}.`)));
  child.on('exit', (code) => fail(new Error(`${program} ended (${code}): ${output.slice(-400)}`)));
  return {
    child,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output);
          if (found) resolve(found);
          else if (failure) reject(failure);
        };
        listeners.add(look);
        look();
      }),
    async stop() {
      if (child.exitCode !== null || child.pid === undefined) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
