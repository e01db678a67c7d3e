/** Which of the four units from `first` on are below `units`, as a mask. @inline */
export function ownUnits(first: i32, units: i32): v128 {
  return i32x4.lt_s(i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(first)), i32x4.splat(units));
}

/** Makes the units of a panel [rows, 8] zero that a layer does not have: it has `units` of the eight. */
export function clearUnits(panel: usize, rows: i32, units: i32): void {
  const first = ownUnits(0, units);
  const second = ownUnits(4, units);
  for (let end = panel + (rows << 5); panel < end; panel += 32) {
    v128.store(panel, v128.and(v128.load(panel), first));
    v128.store(panel, v128.and(v128.load(panel, 16), second), 16);
  }
}
