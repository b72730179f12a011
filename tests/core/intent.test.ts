import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { decodeIntent, encodeIntent, intentOn, MAX_INTENT } from '../../src/core/intent.ts';

const command = fc.stringMatching(/^[a-z]{1,20}$/);
const args = fc.dictionary(fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 12 }), { maxKeys: 3 });

describe('an intent', () => {
  test('reads like an address', () => {
    expect(encodeIntent({ command: 'ask', args: { concept: 'kubelet', lang: 'zh' } })).toBe('ask?concept=kubelet&lang=zh');
    expect(encodeIntent({ command: 'help', args: {} })).toBe('help');
  });

  test('comes back from a button as it was put on it, whatever its arguments hold', () => {
    const odd = { command: 'ask', args: { q: 'a b+c&d=e?f%20#', 'x y': '镜像 🙂', '': '' } };
    expect(decodeIntent(encodeIntent(odd))).toEqual(odd);
    fc.assert(
      fc.property(command, args, (name, given) => {
        const intent = { command: name, args: given };
        const length = new URLSearchParams(given).toString().length + name.length + 1;
        fc.pre(length <= MAX_INTENT);
        expect(decodeIntent(encodeIntent(intent))).toEqual(intent);
      }),
    );
  });

  test('is refused where it does not fit on a button', () => {
    const intent = (length: number) => ({ command: 'ask', args: { q: 'x'.repeat(length - 'ask?q='.length) } });
    expect(encodeIntent(intent(MAX_INTENT))).toHaveLength(MAX_INTENT);
    expect(() => encodeIntent(intent(MAX_INTENT + 1))).toThrow('an intent has 101 characters');
  });

  test('is one that the bot knows nothing of, where a button was not made by us', () => {
    expect(intentOn('ask?concept=kubelet')).toEqual({ command: 'ask', args: { concept: 'kubelet' } });
    for (const forged of ['', 'ASK', 'ask?<b>', `ask?q=${'x'.repeat(MAX_INTENT)}`])
      expect(intentOn(forged)).toEqual({ command: '', args: {} });
  });

  test('that was forged is either read or refused as a mistake of the person, never a bug', () => {
    const forged = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z]{1,4}\?[a-z=&%+.]{0,100}$/));
    fc.assert(
      fc.property(forged, (text) => {
        try {
          expect(decodeIntent(text).command).toMatch(/^[a-z]+$/);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });

  test.each(['', '?q=x', 'Ask', 'ask ?q=x', 'ask?q=<b>', 'ask?q=你', `ask?q=${'x'.repeat(MAX_INTENT)}`])('is not read from %j', (text) => {
    expect(() => decodeIntent(text)).toThrow(UserError);
  });
});
