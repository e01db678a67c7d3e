import type { Page } from '#api/page.ts';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { lenient } from '#experiment/lenience/lenient.ts';
import { measureForPrint } from '#ui/page/measureForPrint.ts';
import { acceptDrops } from '#ui/share/acceptDrops.ts';
import { followLanguage } from './followLanguage.ts';

/** What the page listens for that no first picture waits for: files that are dropped, the printer, numbers as people type them. */
export function afterStart({ store }: Page): void {
  beLenient(lenient);
  acceptDrops(store);
  followLanguage(store);
  measureForPrint();
}
