import { existsSync, fstatSync } from 'node:fs';
import type { Config } from '../config.ts';

/** What containers are known by: Docker's mark, Podman's, and what Kubernetes puts into Pods. */
const MARKS = ['/.dockerenv', '/run/.containerenv', '/var/run/secrets/kubernetes.io'];

/** Whether the program is there for people who come by HTTP, and nobody types: a port is set, or it is in a container that is given no input. */
export function isForVisitors({ port }: Pick<Config, 'port'>, marks: readonly string[] = MARKS): boolean {
  return port !== undefined || (hasNoInput() && marks.some((mark) => existsSync(mark)));
}

/** Neither a terminal nor anything that can be read from: `/dev/null`, or closed. */
function hasNoInput(): boolean {
  if (process.stdin.isTTY) return false;
  try {
    return fstatSync(0).isCharacterDevice();
  } catch {
    return true;
  }
}
