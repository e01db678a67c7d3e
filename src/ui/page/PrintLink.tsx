import { currentHash } from '#run/linkSync.ts';
import './print.css';
import { useExperiment, usePage } from './PageContext.ts';

/** The address of the experiment, on paper only. */
export function PrintLink() {
  const { store } = usePage();
  useExperiment();
  return <p className="print-link">{new URL(currentHash(store), location.href).href}</p>;
}
