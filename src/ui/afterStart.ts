import type { Page } from '#api/page.ts';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { lenient } from '#experiment/lenience/lenient.ts';
import { readPinsBy } from '#experiment/pins/pinReader.ts';
import { wholePinReader } from '#experiment/pins/wholePinReader.ts';
import { measureForPrint } from '#ui/page/measureForPrint.ts';
import { acceptDrops } from '#ui/share/acceptDrops.ts';
import { hearWalks } from '#ui/sound/hearKey.ts';
import { followLanguage } from './followLanguage.ts';

/** What the page listens for that no first picture waits for: files that are dropped, the printer, numbers as people type them, the key that plays a walk. */
export function afterStart(page: Page): void {
  const { store } = page;
  beLenient(lenient);
  readPinsBy(wholePinReader);
  acceptDrops(store);
  followLanguage(store);
  measureForPrint();
  hearWalks(page);
}
