import { createHash } from 'node:crypto';

const hashOf = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** The text of every script that stands in the page itself. */
export function inlineScripts(html) {
  const scripts = html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g);
  return Array.from(scripts).flatMap(([, attributes = '', text = '']) =>
    /\bsrc=/.test(attributes) ? [] : [text],
  );
}

/**
 * What the page may load and run. The folder's scripts are its own files; the single file has everything inside, so its
 * script is known by its hash, and workers and binaries are made of its own bytes (`blob:`, `data:`).
 * Styles are free: figures set sizes and colours in attributes.
 */
export function contentSecurityPolicy(html, { kind, mirrors }) {
  const isSingle = kind === 'single';
  const own = isSingle ? [] : ["'self'"];
  const inside = isSingle ? ['data:', 'blob:'] : [];
  const directives = {
    'default-src': isSingle ? ["'none'"] : own,
    'script-src': [...own, "'wasm-unsafe-eval'", ...inlineScripts(html).map(hashOf)],
    'style-src': [...own, "'unsafe-inline'"],
    'img-src': [...own, 'blob:', 'data:'],
    'font-src': [...own, ...(isSingle ? ['data:'] : [])],
    // MNIST may be served beside the page, and is fetched from the mirrors when the reader asks.
    'connect-src': ["'self'", ...inside, ...mirrors.map((address) => new URL(address).origin)],
    'worker-src': [...own, ...inside],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** The page with its policy as the first thing that it says. */
export function withPolicy(html, options) {
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Error('index.html has no charset to put its policy behind.');
  const content = contentSecurityPolicy(html, options);
  return html.replace(
    charset,
    (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${content}" />`,
  );
}

/** A plugin that writes the policy into every page of the build; the last one that touches it. */
export function contentSecurity(options) {
  return {
    name: 'content-security',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          file.source = withPolicy(String(file.source), options);
        }
      },
    },
  };
}
