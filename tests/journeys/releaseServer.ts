import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const folder = join(import.meta.dirname, '../../dist');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/** A web server of the built folder, whose owner can put a newer version in its place. */
export interface ReleaseServer {
  readonly address: string;
  /**
   * From now on the page says `data-release=2`, and the service worker's list says that it has changed. A worker that
   * `isHeld` does not take over when asked.
   */
  release(isHeld?: boolean): void;
  close(): void;
}

/** Serves the built folder on a port of its own, for service workers belong to their port. */
export async function startReleaseServer(): Promise<ReleaseServer> {
  const changed = new Map<string, string>();
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
    try {
      const content = changed.get(path) ?? readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    release(isHeld = false) {
      const page = readFileSync(join(folder, 'index.html'), 'utf8');
      changed.set('/index.html', page.replace('<html', '<html data-release="2"'));
      const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
      const newer = worker.replace(/(index\.html[^}]*revision:[`"'])\w+/, '$1second');
      changed.set('/sw.js', isHeld ? newer.replace('SKIP_WAITING', 'NOTHING') : newer);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
