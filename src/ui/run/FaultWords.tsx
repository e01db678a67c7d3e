import type { WalkState } from '#run/store.ts';
import { faultText, insteadText } from '#ui/text/faultText.ts';

interface FaultWordsProps {
  readonly fault: WalkState['losses'][number];
  /** What walks instead; null while nothing does. */
  readonly backend: Parameters<typeof insteadText>[0] | null;
}

/** What went wrong with a backend, and what runs instead. */
export function FaultWords({ fault, backend }: FaultWordsProps) {
  return (
    <>
      {faultText(fault)} {backend && insteadText(backend)}
    </>
  );
}
