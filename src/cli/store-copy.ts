import { copyStore } from '../store/copy.ts';

/** Copies one store into another, and says how it goes. */
export async function storeCopy(from: string, to: string): Promise<void> {
  const tell = (line: string) => void process.stdout.write(`${line}\n`);
  const rows = await copyStore(from, to, { now: () => new Date(), tell });
  tell(`copied: ${rows} rows, equal in both`);
}
