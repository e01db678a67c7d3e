/** A task goes on with another piece of work until it has taken this long, ms. */
const enoughMs = 8;

const nextTask = () => new Promise((begin) => setTimeout(begin));

/**
 * Answers questions in tasks of their own, so that the page stays quick; what needs one piece of work only is answered at once, in the
 * frame that asks. `work` yields where it may be interrupted, before anything long too; of the questions that come meanwhile the
 * latest is answered next. Throws what `work` throws, as a rejection that nobody handles.
 */
export function inTasks<Q, A>(
  work: (question: Q) => Iterator<void, A>,
  tell: (answer: A) => void,
): (question: Q) => void {
  let latest: { readonly question: Q } | null = null;
  let isBusy = false;

  async function follow(): Promise<void> {
    isBusy = true;
    try {
      while (latest) {
        const pieces = work(latest.question);
        latest = null;
        let piece = pieces.next();
        while (!piece.done) {
          await nextTask();
          const end = performance.now() + enoughMs;
          do piece = pieces.next();
          while (!piece.done && performance.now() < end);
        }
        tell(piece.value);
      }
    } finally {
      isBusy = false;
    }
  }

  return (question) => {
    latest = { question };
    if (!isBusy) follow();
  };
}
