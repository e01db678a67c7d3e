import { leakySlope, type Nonlinearity, seluAlpha, seluLambda } from '#theory/nonlinearity.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';

interface PythonFunction {
  /** Body of f(x). */
  readonly value: string;
  /** Body of its derivative. */
  readonly slope: string;
}

/** f and f' in PyTorch; at a kink the value from the left, as in theory/nonlinearity.ts. */
const functions: Readonly<Record<Nonlinearity, PythonFunction>> = {
  linear: { value: 'x', slope: 'torch.ones_like(x)' },
  relu: { value: 'x.clamp(min=0)', slope: '(x > 0).to(x.dtype)' },
  leaky: {
    value: `torch.where(x > 0, x, ${leakySlope} * x)`,
    slope: `torch.where(x > 0, 1.0, ${leakySlope}).to(x.dtype)`,
  },
  tanh: { value: 'x.tanh()', slope: 'x.cosh() ** -2' },
  sigmoid: { value: 'x.sigmoid()', slope: 'x.sigmoid() * (-x).sigmoid()' },
  erf: { value: 'x.erf()', slope: '2 / math.pi**0.5 * torch.exp(-x * x)' },
  selu: {
    value: `${seluLambda} * torch.where(x > 0, x, ${seluAlpha} * torch.expm1(x.clamp(max=0)))`,
    slope: `${seluLambda} * torch.where(x > 0, 1.0, ${seluAlpha} * x.clamp(max=0).exp())`,
  },
  gelu: {
    value: 'x * torch.special.ndtr(x)',
    slope: 'torch.special.ndtr(x) + x * torch.exp(-x * x / 2) / (2 * math.pi) ** 0.5',
  },
  swish: { value: 'x * x.sigmoid()', slope: 'x.sigmoid() * (1 + x * (-x).sigmoid())' },
};

/** Entries of mean 0 and variance 1; orthogonal matrices times sqrt(N) have that too. */
const laws: Readonly<Record<WeightLaw, string>> = {
  gaussian: '    return draw(rng, networks, rows, columns)',
  uniform: `    shape = (networks, rows, columns)
    return 3**0.5 * (2 * torch.rand(shape, generator=rng, dtype=DTYPE, device=DEVICE) - 1)`,
  sign: `    shape = (networks, rows, columns)
    return 2.0 * torch.randint(0, 2, shape, generator=rng, device=DEVICE).to(DTYPE) - 1`,
  orthogonal: `    q, r = torch.linalg.qr(draw(rng, networks, rows, columns))
    # Only with the signs of r's diagonal is q spread evenly (Haar).
    return columns**0.5 * q * r.diagonal(dim1=1, dim2=2).sign().unsqueeze(1)`,
};

/** What a model is made of. */
interface ModelParts {
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
}

/** The nonlinearities of some points as Python, each with its derivative. */
function functionsPython(names: readonly Nonlinearity[]): readonly string[] {
  const parts = names.flatMap((name) => [
    `def ${name}(x):
    return ${functions[name].value}`,
    `def ${name}_slope(x):
    return ${functions[name].slope}`,
  ]);
  const rows = names.map((name) => `"${name}": (${name}, ${name}_slope)`);
  return [
    ...parts,
    `# f and f' by name; at a kink the value from the left.\nFUNCTIONS = {${rows.join(', ')}}`,
  ];
}

/** The weights of some points as Python. */
function lawsPython(names: readonly WeightLaw[]): readonly string[] {
  const parts = names.map(
    (name) => `def ${name}(rng, networks, rows, columns):
    """Matrices [networks, rows, columns] whose entries have mean 0 and variance 1."""
${laws[name]}`,
  );
  return [...parts, `LAWS = {${names.map((name) => `"${name}": ${name}`).join(', ')}}`];
}

const randomNumbers = [
  `def generator(*name):
    """Random numbers of one purpose: the same whenever they are drawn again."""
    seed = random.Random(" ".join(map(str, name))).getrandbits(63)
    return torch.Generator(DEVICE).manual_seed(seed)`,
  `def draw(rng, *shape):
    return torch.randn(*shape, generator=rng, dtype=DTYPE, device=DEVICE)`,
];

/** Nonlinearities, random numbers and weights of some points as Python: a matrix can be drawn again instead of kept. */
export function modelPython(points: readonly ModelParts[]): readonly string[] {
  const names = [...new Set(points.map(({ nonlinearity }) => nonlinearity))];
  const lawNames = [...new Set(points.map(({ weights }) => weights))];
  return [...functionsPython(names), ...randomNumbers, ...lawsPython(lawNames)];
}
