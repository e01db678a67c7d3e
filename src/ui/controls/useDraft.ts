import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { Codec } from '#experiment/codecs/codec.ts';
import { dictionary, spokenLanguage } from '#experiment/dictionary/dictionary.ts';
import { quoted } from '#experiment/link/notice.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';

interface DraftParts<T> {
  /** The value as it stands, as text. */
  readonly text: string;
  readonly codec: Codec<T>;
  readonly onChange: (value: T) => void;
}

/** Whether a key belongs to an input method that is still composing: its Enter and Escape end the word, not the typing. */
export const isComposing = ({ nativeEvent, keyCode }: KeyboardEvent): boolean =>
  // Safari tells of the end of a composition before the key that ends it, which then has this code.
  nativeEvent.isComposing || keyCode === 229;

/** What is being typed, and the text that it was begun with. */
interface Draft {
  readonly typed: string;
  readonly from: string;
}

/**
 * A value being typed: taken over on Enter or when its field is left, dropped on Escape. A field that has the focus stands
 * still: a value that changes by itself meanwhile, as a found learning rate does, would come between what is selected and
 * what is typed.
 */
export function useDraft<T>({ text, codec, onChange }: DraftParts<T>) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [remark, setRemark] = useState('');
  const begin = () => setDraft({ typed: text, from: text });

  function commit(): void {
    if (draft === null) return;
    const { typed, from } = draft;
    setDraft(null);
    // An untouched text changes nothing, a named gain's least of all.
    if (typed.trim() === from) return;
    const parsed = codec.parse(typed, spokenLanguage());
    const { stays, changed, understood } = dictionary('page').draft;
    if (parsed.kind === 'unreadable') {
      setRemark(stays(quoted(typed), parsed.because, text));
      return;
    }
    const used = writtenNumber(codec.serialize(parsed.value));
    if (parsed.kind === 'changed') setRemark(changed(quoted(typed), parsed.because, used));
    else setRemark(parsed.isRewritten ? understood(quoted(typed), used) : '');
    onChange(parsed.value);
  }

  return {
    /** What is being typed; null while nothing is. */
    draft: draft?.typed ?? null,
    begin,
    /** What was not taken as typed, or was read as something that looks otherwise; empty where there is nothing to say. */
    remark,
    field: {
      value: draft?.typed ?? text,
      onFocus(event: FocusEvent<HTMLInputElement>) {
        event.target.select();
        begin();
      },
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) =>
        setDraft({ typed: target.value, from: draft?.from ?? text }),
      onBlur: commit,
      onKeyDown: (event: KeyboardEvent) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(null);
      },
    },
  };
}
