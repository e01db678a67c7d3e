/** Thrown by `withinTime`. */
export class TimeLimitError extends Error {
  readonly limitMs: number;
  constructor(limitMs: number) {
    super(String(limitMs));
    this.limitMs = limitMs;
  }
}

/** The promise's answer, or a `TimeLimitError` after so many ms; what answers later is handed to `late`. */
export async function withinTime<T>(
  promise: Promise<T>,
  limitMs: number,
  late: (answer: T) => void = () => undefined,
): Promise<T> {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isOver = true;
      reject(new TimeLimitError(limitMs));
    }, limitMs);
  });
  promise.then(
    (answer) => {
      if (isOver) late(answer);
    },
    () => undefined,
  );
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
