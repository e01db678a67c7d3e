import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { LanguageName } from '#experiment/language.ts';
import { lenience, type NumberContext, type TypedNumber } from '#experiment/lenience/lenience.ts';
import type { Codec, Parsed } from './codec.ts';

/** As the app writes them, in linear time: no two parts of it can match the same digits. */
const plainNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** As the app writes it, or as people do; three digits behind a point may be thousands wherever that can be meant. */
function read(text: string, context: NumberContext): TypedNumber {
  const isDoubtful = /\.\d{3}$/.test(text) && (context.isWhole || context.language !== undefined);
  return plainNumber.test(text) && !isDoubtful
    ? { kind: 'number', value: Number(text), isRewritten: false }
    : (lenience()?.readNumber(text, context) ?? { kind: 'none' });
}

/** Numbers of a closed range, as people type them; those outside are moved to its nearer end. */
export function numberCodec(low: number, high: number, isWhole = false): Codec<number> {
  function parse(text: string, language?: LanguageName): Parsed<number> {
    const { because } = dictionary('experiment');
    const typed = read(text, { isWhole, language });
    if (typed.kind === 'none') return { kind: 'unreadable', because: because.notNumber };
    if (typed.kind === 'ambiguous') {
      return { kind: 'unreadable', because: because.ambiguous(...typed.values), isAmbiguous: true };
    }
    const { value, isRewritten } = typed;
    if (value > high) return { kind: 'changed', value: high, because: because.above(high) };
    if (value < low) return { kind: 'changed', value: low, because: because.below(low) };
    return { kind: 'read', value, ...(isRewritten ? { isRewritten } : {}) };
  }
  return { range: [low, high], serialize: String, parse };
}
