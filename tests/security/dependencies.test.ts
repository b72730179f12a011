import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
}

const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** What is needed on Linux, other than to develop. */
const running = locked.filter(([, { dev, os }]) => !dev && (os === undefined || os.includes('linux')));

/** Whose manifest says nothing, but whose text does. */
const SAID_ELSEWHERE = new Map([['node_modules/format', 'MIT']]);

/** Licences that let anyone run, change and pass on what they built with it, under a licence of their own. */
const FREE =
  /^\(?(?:(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|PSF-2\.0|Zlib|OFL-1\.1|MPL-2\.0|EPL-2\.0)(?: (?:AND|OR) )?)+(?: OR GPL-[\d.]+-or-later)?\)?$/;

test('what runs comes from the registry, as it was when it was chosen', () => {
  const elsewhere = locked.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'));
  expect(elsewhere.map(([path]) => path)).toEqual([]);
  // Packages for other systems could not be had to take their checksum.
  const unchecked = running.filter(([, { integrity }]) => integrity === undefined);
  expect(unchecked.map(([path]) => path)).toEqual([]);
});

test('every version is exact', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)))).toEqual([]);
});

test('what runs is free to run, change and pass on', () => {
  expect(running.length).toBeGreaterThan(50);
  const bound = running.filter(([path, { license }]) => !FREE.test(license ?? SAID_ELSEWHERE.get(path) ?? ''));
  expect(bound.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
