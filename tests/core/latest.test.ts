import { describe, expect, test } from 'vitest';
import { createLatest } from '../../src/core/latest.ts';

describe('what is the latest at a place', () => {
  test('is what was begun there last, until something else is', () => {
    const latest = createLatest();
    const first = latest.begin('message');
    expect(first.isLatest()).toBe(true);
    const second = latest.begin('message');
    expect([first.isLatest(), second.isLatest()]).toEqual([false, true]);
  });

  test('is told apart from what happens elsewhere', () => {
    const latest = createLatest();
    const here = latest.begin('here');
    latest.begin('there');
    expect(here.isLatest()).toBe(true);
  });

  test('is not forgotten when something older ends', () => {
    const latest = createLatest();
    const first = latest.begin('message');
    const second = latest.begin('message');
    first.end();
    expect(second.isLatest()).toBe(true);
  });
});
