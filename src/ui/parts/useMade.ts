import { useEffect, useState } from 'react';
import type { MadeOnce } from '#api/madeOnce.ts';

/** What is made when it is first asked for; null until it has come. A failure is thrown to the boundary around; mounted again, it is asked for again. */
export function useMade<T>(ask: MadeOnce<T>): T | null {
  const [made, setMade] = useState<T | null>(() => ask.known());
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    ask().then((value) => setMade(() => value), setFailure);
  }, [ask]);
  if (failure !== null) throw failure;
  return made;
}
