import { expect, test } from 'vitest';
import { createCache, findOrMake, oncePer } from '../../src/core/cache.ts';

test('a cache forgets what was not used for longest, and never holds more than told', () => {
  const cache = createCache<string>(10, (value) => value.length);
  cache.keep('a', 'aaaa');
  cache.keep('b', 'bbbb');
  cache.find('a');
  cache.keep('c', 'cccc');
  expect(['a', 'b', 'c'].map(cache.find)).toEqual(['aaaa', undefined, 'cccc']);
  cache.keep('a', 'a');
  cache.keep('d', 'ddddd');
  expect(['a', 'c', 'd'].map(cache.find)).toEqual(['a', 'cccc', 'ddddd']);
  cache.keep('large', 'x'.repeat(11));
  expect(['a', 'c', 'd', 'large'].map(cache.find)).toEqual([undefined, undefined, undefined, undefined]);
});

test('a cache of values without a size counts them, and what is dropped makes room', () => {
  const cache = createCache<number>(2);
  for (const [at, key] of ['a', 'b', 'a', 'c'].entries()) cache.keep(key, at);
  expect(['a', 'b', 'c'].map(cache.find)).toEqual([2, undefined, 3]);
  cache.drop('c');
  cache.drop('never kept');
  cache.keep('d', 4);
  expect(['a', 'c', 'd'].map(cache.find)).toEqual([2, undefined, 4]);
});

test('what is made of an object is made once, and of another one anew', () => {
  let made = 0;
  const numbered = oncePer(({ name }: { readonly name: string }) => `${name} ${++made}`);
  const [one, other] = [{ name: 'a' }, { name: 'a' }];
  expect([numbered(one), numbered(one), numbered(other), numbered(one)]).toEqual(['a 1', 'a 1', 'a 2', 'a 1']);
});

test('what a cache has is not made again, and what it has not is made and kept', () => {
  const cache = createCache<number>(2);
  let made = 0;
  const ask = (key: string) => findOrMake(cache, key, () => ++made);
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual([1, 2, 1, 3, 1, 4]);
});
