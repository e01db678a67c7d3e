import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { assembly } from './scripts/assembly.mjs';
import { contentSecurity } from './scripts/contentSecurity.mjs';
import { compiledIn, licences } from './scripts/licences.mjs';
import { startTexts } from './scripts/startTexts.mjs';
import { mnistMirrors } from './src/engine/data/mnistMirrors.ts';
import { languageNames } from './src/experiment/language.ts';

/** The text with `from` replaced; an app that no longer says `from` must not be built into a broken file. */
function replaced(text: string, from: string, to: string, where: string): string {
  if (!text.includes(from))
    throw new Error(`${where} no longer contains ${from}; see vite.single.config.ts.`);
  return text.replace(from, () => to);
}

/** Workers become part of the script: a page from disk may not load one from a file of its own. */
function inlineWorkers(): Plugin {
  return {
    name: 'inline-workers',
    enforce: 'pre',
    transform(code, id) {
      // What Vite makes of a worker's own file says `new Worker` too.
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes('new Worker(')) return null;
      const start = "new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })";
      const inlined = replaced(code, start, 'new InlineWorker()', id);
      return `import InlineWorker from './worker.ts?worker&inline';\n${inlined}`;
    },
  };
}

/** What the page would fetch or link becomes part of it. */
function inlineFiles(): Plugin {
  const recorded = readFileSync('public/recorded-walk.json', 'utf8');
  const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync('public/icon.svg', 'utf8'))}`;
  return {
    name: 'inline-files',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/src/ui/startPage.tsx')) return null;
      const response = `Promise.resolve(new Response(${JSON.stringify(recorded)}))`;
      const request = "fetch('./recorded-walk.json', { signal: AbortSignal.timeout(recordedWithinMs) })";
      return replaced(code, request, response, 'src/ui/startPage.tsx');
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => replaced(html, './icon.svg', icon, 'index.html'),
    },
  };
}

const shipped = licences(import.meta.dirname, compiledIn);
const comments = { legal: false };

/** The licences become part of the page too: its link to them saves them as a file. */
function inlineLicences(): Plugin {
  return {
    name: 'inline-licences',
    enforce: 'post',
    generateBundle(_, bundle) {
      shipped.hear(bundle, this.getModuleIds());
      const address = `data:text/plain;base64,${Buffer.from(shipped.text()).toString('base64')}`;
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = replaced(file.code, './licences.txt', address, file.fileName);
      }
    },
  };
}

/** One HTML file that runs from disk: `npm run build:single`. */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [
    assembly(),
    inlineWorkers(),
    inlineFiles(),
    startTexts(languageNames),
    react(),
    inlineLicences(),
    viteSingleFile({ outputFileName: 'gradient-walk.html' }),
    contentSecurity({ kind: 'single', mirrors: mnistMirrors }),
  ],
  // Chromium refuses a module as the worker of a page from disk, and takes a plain script, WebGPU included.
  worker: {
    format: 'iife',
    plugins: () => [assembly(), inlineWorkers(), shipped.ofWorker()],
    rolldownOptions: { output: { comments } },
  },
  build: {
    target: 'es2023',
    outDir: 'dist-single',
    assetsInlineLimit: () => true,
    rolldownOptions: { output: { comments, codeSplitting: false } },
  },
});
