import { existsSync } from 'node:fs';
import { start } from './process.ts';
import type { Tab } from './tab.ts';

/** Where Debian has WebKitGTK's own small browser. */
const browsers = ['4.1', '4.0', '6.0'].flatMap((version) =>
  ['x86_64', 'aarch64'].map(
    (machine) =>
      `/usr/lib/${machine}-linux-gnu/webkit${version === '6.0' ? '' : '2'}gtk-${version}/MiniBrowser`,
  ),
);
const needs = 'apt-get install webkit2gtk-driver xvfb';
const port = 4499;
const display = ':4499';

/** Asks by WebDriver (W3C): a path, and JSON both ways. */
async function ask(path: string, body?: object, method = 'POST'): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
  return value;
}

/** Waits until something answers at the driver's port. */
async function untilThere(): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await ask('/status', undefined, 'GET');
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** WebKitGTK's browser on a screen in memory, spoken to by WebDriver. */
export async function openWebKit(): Promise<Tab> {
  const binary = browsers.find((path) => existsSync(path));
  if (!binary) throw new Error(`WebKitGTK's MiniBrowser is not here: ${needs}.`);
  const screen = start('Xvfb', [display, '-screen', '0', '1400x1000x24'], needs);
  const driver = start('WebKitWebDriver', [`--port=${port}`], needs, {
    DISPLAY: display,
    // Web processes of the superuser, as in a container, may not sandbox themselves.
    ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  });
  await untilThere();
  const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const session = (await ask('/session', { capabilities: { alwaysMatch: options } })) as {
    readonly sessionId: string;
  };
  const at = (path: string) => `/session/${session.sessionId}${path}`;
  await ask(at('/timeouts'), { script: 300_000, pageLoad: 120_000 });
  return {
    engine: 'WebKit',
    async open(url) {
      await ask(at('/url'), { url: 'about:blank' });
      await ask(at('/url'), { url });
    },
    async run(body) {
      const script = `const done = arguments[arguments.length - 1];
        (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const answer = (await ask(at('/execute/async'), { script, args: [] })) as {
        readonly value?: never;
        readonly error?: string;
      };
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value as never;
    },
    async resize(width, height) {
      await ask(at('/window/rect'), { width, height });
    },
    async picture() {
      return Buffer.from(String(await ask(at('/screenshot'), undefined, 'GET')), 'base64');
    },
    async close() {
      await ask(at(''), undefined, 'DELETE').catch(() => undefined);
      await driver.stop();
      await screen.stop();
    },
  };
}
