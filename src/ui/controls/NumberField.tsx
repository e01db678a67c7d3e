import { useState } from 'react';
import type { Codec } from '#state/codec.ts';

interface NumberFieldProps<T> {
  readonly label: string;
  readonly text: string;
  readonly codec: Codec<T>;
  readonly onChange: (value: T) => void;
}

/** A value to be typed, taken over on Enter or when it is left; what cannot be taken is said below. */
export function NumberField<T>({ label, text, codec, onChange }: NumberFieldProps<T>) {
  const [draft, setDraft] = useState<string | null>(null);
  const [complaint, setComplaint] = useState('');

  function commit(): void {
    if (draft === null) return;
    const parsed = codec.parse(draft);
    setDraft(null);
    if (draft.trim() === text) return;
    if (parsed.kind === 'unreadable') {
      setComplaint(`“${draft}” ${parsed.because}; ${text} stays.`);
      return;
    }
    setComplaint(
      parsed.kind === 'changed'
        ? `${draft} ${parsed.because}; ${codec.serialize(parsed.value)} is used.`
        : '',
    );
    onChange(parsed.value);
  }

  return (
    <>
      <input
        className="number"
        aria-label={label}
        inputMode="decimal"
        value={draft ?? text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {complaint !== '' && (
        <p className="complaint" role="status">
          {complaint}
        </p>
      )}
    </>
  );
}
