/** Keeps what was used last, as long as it fits. */
export interface Cache<Value> {
  find(key: string): Value | undefined;
  keep(key: string, value: Value): void;
  drop(key: string): void;
}

/** What a cache has for a key; where it has nothing, what is made now, and kept. */
export function findOrMake<Value>(cache: Cache<Value>, key: string, make: () => Value): Value {
  const known = cache.find(key);
  if (known !== undefined) return known;
  const made = make();
  cache.keep(key, made);
  return made;
}

/**
 * A cache that never holds more than told; what was not used for longest goes first.
 *
 * @param sizeOf - how much of that a value takes, such as its bytes; without it, values are counted.
 */
export function createCache<Value>(most: number, sizeOf: (value: Value) => number = () => 1): Cache<Value> {
  const values = new Map<string, Value>();
  let size = 0;
  const drop = (key: string): void => {
    const value = values.get(key);
    if (value === undefined) return;
    values.delete(key);
    size -= sizeOf(value);
  };
  return {
    find: (key) => {
      const value = values.get(key);
      if (value === undefined) return undefined;
      // A map keeps the order of insertion: to insert again is to be used last.
      values.delete(key);
      values.set(key, value);
      return value;
    },
    keep: (key, value) => {
      drop(key);
      values.set(key, value);
      size += sizeOf(value);
      for (const oldest of values.keys()) {
        if (size <= most) return;
        drop(oldest);
      }
    },
    drop,
  };
}

/** Makes of each object what it makes of it once, and keeps that for as long as there is the object, which must not change. */
export function oncePer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
