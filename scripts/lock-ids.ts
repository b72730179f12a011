import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { loadFolder } from '../src/core/content/load.ts';
import { LOCK_FILE, lockText } from '../src/core/content/lock.ts';
import { readFileIn, readFolder } from '../src/files/read-folder.ts';

/** Adds the ids of all concepts of a folder (the shipped one unless named) to its `ids.lock`: `npm run lock-ids [-- DIR]`. */
const { folder, files } = await readFolder(process.argv[2] ?? readConfig().shippedContent);
const { concepts } = loadFolder(files, true);
const [lock] = (await readFileIn(folder, LOCK_FILE)).files;
const text = lockText(
  lock,
  concepts.map(({ concept }) => concept.id),
);
await writeFile(join(folder, LOCK_FILE), text);
process.stdout.write(`${join(folder, LOCK_FILE)}: ${text.split('\n').length - 1} ids\n`);
