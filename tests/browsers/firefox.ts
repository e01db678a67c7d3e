import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './process.ts';
import type { Tab } from './tab.ts';

/** An answer or an event of WebDriver BiDi (W3C): answers have the id of what was asked. */
interface Answer {
  readonly id?: number;
  readonly type: string;
  readonly result?: Record<string, unknown>;
  readonly message?: string;
}

type Send = (method: string, params: object) => Promise<Record<string, unknown>>;

/** Asks over a socket; every question has an id, by which its answer is known. */
async function connect(url: string): Promise<Send> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`No answer at ${url}.`)));
  });
  const asked = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer: Answer = JSON.parse(String(data));
    if (answer.id !== undefined) asked.get(answer.id)?.(answer);
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      const id = asked.size + 1;
      asked.set(id, ({ type, result, message }) => {
        if (type === 'success') resolve(result ?? {});
        else reject(new Error(`${method}: ${message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
}

/** Firefox without a window, spoken to by WebDriver BiDi; its profile is its own and goes with it. */
export async function openFirefox(): Promise<Tab> {
  const profile = await mkdtemp(join(tmpdir(), 'gradient-walk-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const firefox = start('firefox-esr', args, 'apt-get install firefox-esr');
  const [, address] = await firefox.line(/WebDriver BiDi listening on (ws:\S+)/);
  const send = await connect(`${address}/session`);
  await send('session.new', { capabilities: {} });
  const { context } = await send('browsingContext.create', { type: 'tab' });
  return {
    engine: 'Firefox',
    async open(url) {
      await send('browsingContext.navigate', { context, url: 'about:blank', wait: 'complete' });
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async run(body) {
      const expression = `(async () => JSON.stringify(await (async () => { ${body} })()))()`;
      const answer = await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      });
      if (answer.type !== 'success') throw new Error(JSON.stringify(answer.exceptionDetails));
      const { value } = answer.result as { readonly value?: string };
      return value === undefined ? undefined : JSON.parse(value);
    },
    async resize(width, height) {
      await send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    async picture() {
      const { data } = await send('browsingContext.captureScreenshot', { context });
      return Buffer.from(String(data), 'base64');
    },
    async close() {
      await send('browser.close', {}).catch(() => undefined);
      await firefox.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
