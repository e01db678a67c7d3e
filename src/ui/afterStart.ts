import type { Page } from '#state/page.ts';
import { followLanguage } from './followLanguage.ts';
import { measureForPrint } from './measureForPrint.ts';
import { acceptDrops } from './share/acceptDrops.ts';

/** What the page listens for that no first picture waits for: files that are dropped, and the printer. */
export function afterStart({ store }: Page): void {
  acceptDrops(store);
  followLanguage(store);
  measureForPrint();
}
