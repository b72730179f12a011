import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second in `/proc`, on every Linux that Node runs on: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICKS = 100;

/** Seconds of processor time that some processes have used so far; not a number where the system does not tell. */
export function processorSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.seconds ?? Number.NaN), 0);
}

/** A process and those that it has started. */
export function familyOf(pid: number): number[] {
  const all = listed().filter((other) => statOf(other)?.parent === pid);
  return [pid, ...all];
}

function listed(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

function statOf(pid: number): { readonly parent: number; readonly seconds: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / TICKS };
  } catch {
    return undefined;
  }
}
