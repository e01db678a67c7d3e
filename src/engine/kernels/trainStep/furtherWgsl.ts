import { type KernelKind, needsFurther } from './kernelKind.ts';

/**
 * WGSL: the buffer of what only some kinds of networks need, one part after the other: with branches the gradients of
 * the stream, dE/dh_d; with a normalisation its mean and factor, what its Jacobian takes from the layer above, and totals for the layer at hand; in tied
 * networks sums of gradients. Empty for a plain network, whose kernels bind no such buffer.
 */
export function furtherWgsl(kind: KernelKind): string {
  if (!needsFurther(kind)) return '';
  const { hasBranches, norm } = kind;
  const layers = '(setting.depth + 1u) * setting.capacity';
  const stream = hasBranches ? `${layers} * setting.quads` : '0u';
  const normed = norm === 'none' ? '0u' : `${layers} * (1u + widestQuads()) + setting.capacity * gridRows()`;
  return /* wgsl */ `
// [depth + 1, capacity, quads] of dE/dh; [depth + 1, capacity] of (mean, factor, -, -);
// [layers 1..depth + 1, capacity, widest quads] of (delta . (a - b), delta . column sums, -, -); [rows, capacity]; [chunks, width + 1, quads]
@group(0) @binding(8) var<storage, read_write> further: array<vec4f>;

fn widestQuads() -> u32 { return max(setting.quads, setting.outputQuads); }
// Rows of workgroups that share the quads of a layer.
fn gridRows() -> u32 { return (widestQuads() + setting.groupQuads - 1u) / setting.groupQuads; }
fn scaleAt(layer: u32, sample: u32) -> u32 { return ${stream} + layer * setting.capacity + sample; }
fn alongAt(layer: u32, sample: u32) -> u32 {
  return ${stream} + ${layers} + ((layer - 1u) * setting.capacity + sample) * widestQuads();
}
fn totalAt(row: u32, sample: u32) -> u32 {
  return ${stream} + ${layers} * (1u + widestQuads()) + row * setting.capacity + sample;
}
fn sumsAt(chunk: u32) -> u32 { return ${stream} + ${normed} + chunk * (setting.width + 1u) * setting.quads; }
`;
}
