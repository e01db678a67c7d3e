import type { WeightLaw } from '#theory/weightLaw.ts';
import { gaussianQuad, gaussianQuadWgsl } from './gaussianQuad.ts';
import type { Words } from './pcg4d.ts';

type Quad = readonly [number, number, number, number];

const uniformScale = Math.sqrt(3) * 2 ** -23;
const uniform = (word: number) => ((word >>> 8) + 0.5) * uniformScale - Math.sqrt(3);
const sign = (word: number) => (word >>> 31 === 1 ? -1 : 1);

/** Four independent entries of mean 0 and variance 1 from four words; `orthogonal` is made of Gaussian ones. */
export const weightQuads: Readonly<Record<WeightLaw, (words: Words) => Quad>> = {
  gaussian: gaussianQuad,
  orthogonal: gaussianQuad,
  uniform: ([x, y, z, w]) => [uniform(x), uniform(y), uniform(z), uniform(w)],
  sign: ([x, y, z, w]) => [sign(x), sign(y), sign(z), sign(w)],
};

const bodies: Readonly<Record<WeightLaw, string>> = {
  gaussian: 'gaussianQuad(words)',
  orthogonal: 'gaussianQuad(words)',
  uniform: `(vec4f(words >> vec4u(8u)) + 0.5) * ${uniformScale} - ${Math.sqrt(3)}`,
  sign: '1.0 - 2.0 * vec4f(words >> vec4u(31u))',
};

/** WGSL: `gaussianQuad` and `fn weightQuad(words: vec4u) -> vec4f` for a weight law. */
export function weightQuadWgsl(law: WeightLaw): string {
  return `${gaussianQuadWgsl}\nfn weightQuad(words: vec4u) -> vec4f { return ${bodies[law]}; }\n`;
}
