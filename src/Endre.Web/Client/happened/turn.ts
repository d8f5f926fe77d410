/** Which card comes after this one, round and round; where cards have gone meanwhile, it goes on with those that are left. */
export function turn(at: number, count: number): number {
  return count === 0 ? 0 : (Math.max(at, -1) + 1) % count;
}
