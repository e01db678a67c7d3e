import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser.mjs';

/** Each way to get a browser, tried in turn until one is found: Playwright's own build, then Debian's package. */
const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
const attempts = [
  ['npx', 'playwright', 'install', 'chromium', '--no-shell'],
  [...sudo, 'apt-get', 'update'],
  [...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
];

for (const [command, ...rest] of attempts) {
  if (findBrowser()) break;
  console.log(`No Chromium found: trying "${[command, ...rest].join(' ')}"`);
  // Playwright's download retries for minutes where its host is closed; two are enough where it is open.
  spawnSync(command, rest, { stdio: 'inherit', timeout: command === 'npx' ? 120_000 : 600_000 });
}

const browser = findBrowser();
if (!browser) {
  console.error(
    'The tests need a full Chromium or Chrome and none could be installed. ' +
      'Install one, or set GRADIENT_WALK_CHROMIUM to its path.',
  );
  process.exit(1);
}
console.log(`Browser for the tests: ${browser}`);
