import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { viteStaticCopy } from 'vite-plugin-static-copy';
import { assembly } from './scripts/assembly.mjs';
import { contentSecurity } from './scripts/contentSecurity.mjs';
import { firstChunk } from './scripts/firstChunk.mjs';
import { firstWave } from './scripts/firstWave.mjs';
import { compiledIn, licences, serviceWorker } from './scripts/licences.mjs';
import { keptApart, refuseGaps } from './scripts/precacheCheck.mjs';
import { socialPreview } from './scripts/socialPreview.mjs';
import { startTexts } from './scripts/startTexts.mjs';
import { mnistMirrors } from './src/engine/data/mnistMirrors.ts';
import { languageNames } from './src/experiment/language.ts';

const paper = '#fbf8f1';

/** The deck of public/examples/reveal.html: reveal.js as it comes from npm. */
const deck = viteStaticCopy({
  targets: ['reveal.js', 'reveal.css', 'theme/white.css'].map((name) => ({
    src: `node_modules/reveal.js/dist/${name}`,
    dest: 'examples/reveal',
  })),
});

/** All files of the app are kept for offline use, the example deck is not; a newer version waits until the reader asks for it. */
const offline = VitePWA({
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    name: 'Gradient Walk',
    short_name: 'Gradient Walk',
    description: 'The vanishing-gradient problem as something you can see, hold and measure.',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  includeManifestIcons: false,
  workbox: {
    globPatterns: ['**/*'],
    globIgnores: keptApart.map((name) => `${name}**`),
    maximumFileSizeToCacheInBytes: 16 * 2 ** 20,
    navigateFallback: null,
    ignoreURLParametersMatching: [/./],
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    manifestTransforms: [refuseGaps('dist')],
  },
});

/** Licences of the packages stand in licences.txt, once each, in place of headers in every chunk. */
const shipped = licences(import.meta.dirname, [...serviceWorker, ...compiledIn, 'reveal.js']);
const comments = { legal: false };

// A relative base makes the built folder work under any sub-path.
export default defineConfig({
  base: './',
  plugins: [
    assembly(),
    react(),
    deck,
    offline,
    startTexts(languageNames),
    socialPreview(process.env.GRADIENT_WALK_ADDRESS),
    firstWave(languageNames),
    shipped.ofPage(),
    contentSecurity({ kind: 'folder', mirrors: mnistMirrors }),
  ],
  worker: {
    format: 'es',
    plugins: () => [assembly(), shipped.ofWorker()],
    rolldownOptions: { output: { comments } },
  },
  build: {
    target: 'es2023',
    sourcemap: false,
    // A browser that knows no modulepreload asks for the same files a little later.
    modulePreload: {
      polyfill: false,
      // Of a part that is loaded later only its style sheet is named beside it: the names of all its scripts' scripts were
      // 1.7 kB of the first picture.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        comments,
        codeSplitting: { includeDependenciesRecursively: false, groups: [firstChunk(import.meta.dirname)] },
      },
    },
  },
});
