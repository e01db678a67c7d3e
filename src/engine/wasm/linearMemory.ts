/** Parts of a WebAssembly memory that somebody uses; it grows as needed and never shrinks. */
export interface LinearMemory {
  /** The address of so many bytes, a multiple of 16. Throws a `RangeError` where the memory cannot grow that far. */
  take(bytes: number): number;
  /** Gives back what was taken at an address. */
  give(address: number): void;
  /** Bytes that are in use. */
  used(): number;
}

interface Part {
  readonly address: number;
  readonly end: number;
}

const pageBytes = 65536;
const aligned = (bytes: number) => 16 * Math.ceil(bytes / 16);

/** Shares out a memory from an address on: the first gap that is wide enough is taken. */
export function createLinearMemory(memory: WebAssembly.Memory, from: number): LinearMemory {
  const start = aligned(from);
  let parts: readonly Part[] = [];

  function gapFor(bytes: number): number {
    let address = start;
    for (const part of parts) {
      if (part.address - address >= bytes) return address;
      address = part.end;
    }
    return address;
  }

  return {
    take(bytes) {
      const wanted = aligned(Math.max(1, bytes));
      const address = gapFor(wanted);
      const missing = address + wanted - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
      const part = { address, end: address + wanted };
      parts = [...parts, part].toSorted((a, b) => a.address - b.address);
      return address;
    },
    give(address) {
      parts = parts.filter((part) => part.address !== address);
    },
    used: () => parts.reduce((sum, { address, end }) => sum + end - address, 0),
  };
}
