import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { Codec } from '#experiment/codecs/codec.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { quoted } from '#experiment/link/notice.ts';

interface DraftParts<T> {
  /** The value as it stands, as text. */
  readonly text: string;
  readonly codec: Codec<T>;
  readonly onChange: (value: T) => void;
}

/** A value being typed: taken over on Enter or when its field is left, dropped on Escape. */
export function useDraft<T>({ text, codec, onChange }: DraftParts<T>) {
  const [draft, setDraft] = useState<string | null>(null);
  const [complaint, setComplaint] = useState('');

  function commit(): void {
    if (draft === null) return;
    setDraft(null);
    // An untouched text changes nothing, a named gain's least of all.
    if (draft.trim() === text) return;
    const parsed = codec.parse(draft);
    if (parsed.kind === 'unreadable') {
      setComplaint(dictionary('page').draft.stays(quoted(draft), parsed.because, text));
      return;
    }
    const used = codec.serialize(parsed.value);
    setComplaint(
      parsed.kind === 'changed' ? dictionary('page').draft.changed(quoted(draft), parsed.because, used) : '',
    );
    onChange(parsed.value);
  }

  return {
    /** What is being typed; null while nothing is. */
    draft,
    begin: () => setDraft(text),
    /** What could not be taken as typed; empty when all was. */
    complaint,
    field: {
      value: draft ?? text,
      onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select(),
      onChange: (event: ChangeEvent<HTMLInputElement>) => setDraft(event.target.value),
      onBlur: commit,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(null);
      },
    },
  };
}
