import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TABLE_KEYS } from '../../src/store/table-keys.ts';

test('docs/operate.md says of each table for how long its rows are kept', () => {
  const docs = readFileSync(new URL('../../docs/operate.md', import.meta.url), 'utf8');
  const [, section = ''] = /^### For how long\n(.*?)^##/ms.exec(docs) ?? [];
  const named = [...section.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name);
  expect(Object.keys(TABLE_KEYS).filter((table) => !named.includes(table))).toEqual([]);
});
