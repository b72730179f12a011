#!/usr/bin/env node
// Plain JavaScript, so that a Node that is too old can still say so.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const OLDEST = 24;
const source = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const built = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const program = existsSync(built) && !existsSync(source) ? built : source;

/** The Node that the project brings along, if it is installed. */
function ownNode() {
  try {
    return createRequire(import.meta.url).resolve('node/bin/node');
  } catch {
    return undefined;
  }
}

if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
  // Without `await` and the like, which Node 12 could not even read.
  import(program);
} else {
  const node = ownNode();
  if (node === undefined) {
    process.stderr.write(
      `kubetutor needs Node ${OLDEST} or newer; this is Node ${process.versions.node}. See https://nodejs.org/en/download\n`,
    );
    process.exit(1);
  }
  const { status } = spawnSync(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status === null ? 1 : status);
}
