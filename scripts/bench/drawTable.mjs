import { digits, keep } from './report.mjs';

/** 1,000 walks of 1,000 layers drawn by the page's own canvas and by D3. */
export async function drawTable(call, rounds) {
  const report = await call('drawBench', rounds);
  console.log('1,000 walks of 1,000 layers, all but 16 drawn anew at another scale, and those 16 added, ms');
  console.table(
    report.rows.map(({ way, what, scriptMs, longestMs, shownMs }) => ({
      what,
      way,
      JavaScript: digits(scriptMs),
      'at a stretch': digits(longestMs),
      'until shown': digits(shownMs),
    })),
  );
  await keep('draw', report);
}
