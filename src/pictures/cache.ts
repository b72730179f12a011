/** Keeps what was used last, as long as it fits. */
export interface Cache<Value> {
  find(key: string): Value | undefined;
  keep(key: string, value: Value): void;
}

/** A cache that never holds more bytes than told; what was not used for longest goes first. */
export function createCache<Value>(mostBytes: number, bytesOf: (value: Value) => number): Cache<Value> {
  const values = new Map<string, Value>();
  let bytes = 0;
  const drop = (key: string): void => {
    const value = values.get(key);
    if (value === undefined) return;
    values.delete(key);
    bytes -= bytesOf(value);
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
      bytes += bytesOf(value);
      for (const oldest of values.keys()) {
        if (bytes <= mostBytes) return;
        drop(oldest);
      }
    },
  };
}
