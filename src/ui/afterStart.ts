import type { Page } from '#api/page.ts';
import { measureForPrint } from '#ui/page/measureForPrint.ts';
import { acceptDrops } from '#ui/share/acceptDrops.ts';
import { followLanguage } from './followLanguage.ts';

/** What the page listens for that no first picture waits for: files that are dropped, and the printer. */
export function afterStart({ store }: Page): void {
  acceptDrops(store);
  followLanguage(store);
  measureForPrint();
}
