import type { LectureAction } from './lectureKeys.ts';
import type { LecturePlace } from './lectureStep.ts';

/** Between the lecture's window and the presenter's: where it stands, and what a key asked for. */
export type LectureMessage =
  | { readonly kind: 'place'; readonly place: LecturePlace }
  | { readonly kind: 'action'; readonly action: LectureAction }
  /** A window has opened and asks where the lecture stands. */
  | { readonly kind: 'hello' };

/** A line between the windows of one lecture. */
export interface LectureChannel {
  post(message: LectureMessage): void;
  close(): void;
}

/** Without such a line the lecture is given all the same, and the presenter's window says that it is alone. */
const noChannel: LectureChannel = { post: () => undefined, close: () => undefined };

/** The line of the windows of one lecture, known by its id; the caller closes it. */
export function openLectureChannel(id: string, listener: (message: LectureMessage) => void): LectureChannel {
  try {
    const channel = new BroadcastChannel(`gradient-walk-lecture-${id}`);
    channel.onmessage = ({ data }: MessageEvent<LectureMessage>) => listener(data);
    return {
      post: (message) => channel.postMessage(message),
      close: () => channel.close(),
    };
  } catch {
    // Browsers before 2022, or a frame that may not have one.
    return noChannel;
  }
}
