import { expect, test } from 'vitest';
import { contentSecurityPolicy, inlineScripts, withPolicy } from '../../scripts/contentSecurity.mjs';

const html = '<head><meta charset="utf-8" /><script>start()</script><script src="./a.js"></script></head>';
const mirrors = ['https://mirror.example/mnist/'];

test('scripts that stand in the page are known by their text, those with an address by it', () => {
  expect(inlineScripts(html)).toEqual(['start()']);
});

test('the folder loads its own files, its inline script by hash, and the mirrors’ hosts', () => {
  const policy = contentSecurityPolicy(html, { kind: 'folder', mirrors });
  // printf 'start()' | openssl dgst -sha256 -binary | base64
  expect(policy).toContain(
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='",
  );
  expect(policy).toContain("connect-src 'self' https://mirror.example;");
  expect(policy).toContain("object-src 'none'; base-uri 'none'; form-action 'none'");
  expect(policy).not.toContain("'unsafe-eval'");
});

test('the single file takes scripts from nowhere but itself', () => {
  const policy = contentSecurityPolicy(html, { kind: 'single', mirrors });
  expect(policy).toContain("default-src 'none'; script-src 'wasm-unsafe-eval' 'sha256-");
  expect(policy).toContain('worker-src data: blob:');
});

test('the policy stands before anything that it is about', () => {
  const page = withPolicy(html, { kind: 'folder', mirrors });
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'));
  expect(() => withPolicy('<head></head>', { kind: 'folder', mirrors })).toThrow('charset');
});
