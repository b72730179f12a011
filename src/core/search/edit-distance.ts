const MAX_LENGTH = 64;
const TOO_FAR = 99;

/**
 * How many letters one has to add, drop, change or swap with a neighbour to
 * turn one word into the other (optimal string alignment). Gives up above
 * `limit` and then returns 99; so it does for words longer than 63 letters.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length >= MAX_LENGTH || b.length >= MAX_LENGTH) return TOO_FAR;
  let beforeLast = new Int16Array(b.length + 1);
  let last = new Int16Array(b.length + 1);
  let row = new Int16Array(b.length + 1);
  for (let j = 1; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return TOO_FAR;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length]!;
}
