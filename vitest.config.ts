import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { assembly } from './scripts/assembly.mjs';
import { chromiumArguments } from './scripts/chromiumArguments.mjs';
import { engineDependencies } from './scripts/engineDependencies.mjs';
import { findBrowser } from './scripts/findBrowser.mjs';
import { forNode } from './scripts/forNode.mjs';

/** Lets a test collect garbage and read the heap's size to the byte. */
const heapArguments = ['--js-flags=--expose-gc', '--enable-precise-memory-info'];

/** Left out by `npm test`: repeats what another test shows in more cases, or takes long. `npm run test:deep` has them. */
const tags = [{ name: 'deep' }];

/** Tests of what walks, whatever it walks with. */
const walkKernelTests = [
  'tests/engine/kernels/{blocks,kernel}.gpu.test.ts',
  'tests/engine/walk/{freeWalk,kindsLaw,narrowWalks,walkLaw}.gpu.test.ts',
];

/** `unit` runs in Node, `gpu` (files named *.gpu.test.ts) in a real Chromium with WebGPU, `python` where PyTorch is. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [assembly()],
        test: {
          name: 'unit',
          tags,
          // The page loads this part of theory after its first picture.
          setupFiles: ['tests/lateTheory.ts', 'tests/asOpened.ts'],
          environment: 'node',
          // What is imported and worked out once serves all files of a process; they keep nothing else but what asOpened.ts sets.
          isolate: false,
          // On a busy machine a test of seconds takes minutes.
          testTimeout: 300_000,
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/**/*.gpu.test.ts', 'tests/**/*.python.test.ts', 'tests/browsers/**'],
        },
      },
      {
        // The tests of the walks' kernels again, with the processor's vectors in WebAssembly.
        plugins: [assembly()],
        test: {
          name: 'vectors',
          tags,
          environment: 'node',
          setupFiles: ['tests/lateTheory.ts'],
          provide: { walkBackend: 'wasm' },
          include: walkKernelTests,
          isolate: false,
          testTimeout: 300_000,
        },
      },
      {
        // `npm run test:python`: needs Debian's python3-torch and python3-numpy, takes python3-distributed, and is no part of `npm test`.
        test: {
          name: 'python',
          tags,
          setupFiles: ['tests/lateTheory.ts'],
          environment: 'node',
          include: ['tests/**/*.python.test.ts'],
          hookTimeout: 120_000,
        },
      },
      {
        // `npm run test:browsers`: Firefox and WebKit, as Debian has them (firefox-esr; webkit2gtk-driver and xvfb); no part of `npm test`.
        test: {
          name: 'browsers',
          environment: 'node',
          include: ['tests/browsers/*.browser.test.ts'],
          // Node 20 has its WebSocket, which speaks to Firefox, behind a flag.
          execArgv: ['--experimental-websocket'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        // `npm run test:dawn`: the kernels' tests where there is a GPU and no browser; no part of `npm test`.
        plugins: [assembly(), forNode],
        test: {
          name: 'dawn',
          tags,
          environment: 'node',
          setupFiles: ['tests/dawn.ts', 'tests/lateTheory.ts'],
          // The others start workers or draw.
          include: [
            ...walkKernelTests,
            'tests/engine/train/{deepTraining,kindAgreement,trainAgreement,trainLaw}.gpu.test.ts',
          ],
          isolate: false,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        plugins: [assembly()],
        // Found late, they would make the server reload the page in the middle of a test.
        optimizeDeps: {
          include: [...engineDependencies, 'd3', 'zustand/vanilla', 'zustand/vanilla/shallow'],
        },
        test: {
          name: 'gpu',
          tags,
          setupFiles: ['tests/lateTheory.ts'],
          include: ['tests/**/*.gpu.test.ts'],
          // One page for all files: a device and what is compiled for it serve them all.
          isolate: false,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser(),
                args: [...chromiumArguments, ...heapArguments],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
