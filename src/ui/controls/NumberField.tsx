import type { Codec } from '#experiment/codecs/codec.ts';
import { useDraft } from './useDraft.ts';

interface NumberFieldProps<T> {
  readonly label: string;
  readonly text: string;
  readonly codec: Codec<T>;
  readonly onChange: (value: T) => void;
}

/** A value to be typed; what cannot be taken is said below. */
export function NumberField<T>({ label, text, codec, onChange }: NumberFieldProps<T>) {
  const { field, complaint } = useDraft({ text, codec, onChange });
  return (
    <>
      <input className="number" aria-label={label} inputMode="decimal" {...field} />
      {complaint !== '' && (
        <p className="complaint" role="status">
          {complaint}
        </p>
      )}
    </>
  );
}
