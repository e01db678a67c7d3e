import type { DataFacts } from './dataFacts.ts';
import type { DataName } from './dataNames.ts';

/** Every data set is a file of `sets/`, by its name in the link. */
const files = import.meta.glob<DataFacts>('./sets/*.ts', { eager: true, import: 'facts' });

/** What is known of a data set before it is there. */
export function dataFacts(name: DataName): DataFacts {
  const found = files[`./sets/${name}.ts`];
  if (!found) throw new Error(`The data set ${name} has no definition.`);
  return found;
}
