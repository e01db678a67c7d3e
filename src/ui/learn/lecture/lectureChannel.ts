import type { LectureAction } from './lectureKeys.ts';
import type { LecturePlace } from './lectureStep.ts';

/** Between the lecture's window and the presenter's: where it stands, and what a key asked for. */
export type LectureMessage =
  | { readonly kind: 'place'; readonly place: LecturePlace }
  | { readonly kind: 'action'; readonly action: LectureAction }
  /** A window has opened and asks where the lecture stands. */
  | { readonly kind: 'hello' };

/** The windows' shared line; the caller closes it. */
export function openLectureChannel(listener: (message: LectureMessage) => void) {
  const channel = new BroadcastChannel('gradient-walk-lecture');
  channel.onmessage = ({ data }: MessageEvent<LectureMessage>) => listener(data);
  return {
    post: (message: LectureMessage) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
