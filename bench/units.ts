/** A time for people to read; takes milliseconds. */
export function time(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return '–';
  if (milliseconds < 1) return `${significant(milliseconds * 1_000)} µs`;
  return milliseconds < 1_000 ? `${significant(milliseconds)} ms` : `${significant(milliseconds / 1_000)} s`;
}

/** Millions of bytes, not of 1,024 × 1,024. */
export const megabytes = (bytes: number): string => `${significant(bytes / 1e6)} MB`;

export const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`);

export const times = (ratio: number): string => `${significant(ratio)} ×`;

const significant = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));
