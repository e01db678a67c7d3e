/** The first address behind what the binary keeps for itself. */
export function firstFree(): usize {
  return __heap_base;
}
