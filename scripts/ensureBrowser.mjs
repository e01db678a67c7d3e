import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser.mjs';

const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];

/** Each way to get a browser, tried in turn until one is found: Playwright's own build, then Debian's package. */
const attempts = [
  {
    name: "Playwright's own Chromium",
    // Its download retries for minutes where its host is closed; two are enough where it is open.
    commands: [['npx', 'playwright', 'install', 'chromium', '--no-shell']],
    timeoutMs: 120_000,
  },
  {
    name: "Debian's package chromium",
    // A fresh machine has no lists of packages yet.
    commands: [
      [...sudo, 'apt-get', 'update'],
      [...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
    timeoutMs: 600_000,
  },
];

/** Why a command did not do what it should; null if it did. */
function complaintOf([command, ...rest], timeout) {
  const { error, status, signal } = spawnSync(command, rest, { stdio: 'inherit', timeout });
  if (error) return error.code === 'ETIMEDOUT' ? `took over ${timeout / 1000} s` : error.message;
  if (signal) return `was ended by ${signal}`;
  return status === 0 ? null : `ended with status ${status}`;
}

const complaints = [];
for (const { name, commands, timeoutMs } of attempts) {
  if (findBrowser()) break;
  console.log(`No Chromium or Chrome found; trying ${name}.`);
  for (const command of commands) {
    console.log(`> ${command.join(' ')}`);
    const complaint = complaintOf(command, timeoutMs);
    if (complaint) complaints.push(`${command.join(' ')}: ${complaint}`);
  }
}

const browser = findBrowser();
if (!browser) {
  console.error(
    [
      'The tests need a full Chromium or Chrome, and none could be installed:',
      ...complaints.map((complaint) => `  ${complaint}`),
      'Install one, or set GRADIENT_WALK_CHROMIUM to its path. (chromium-headless-shell has no WebGPU.)',
    ].join('\n'),
  );
  process.exit(1);
}
console.log(`Browser for the tests: ${browser}`);
