import { describe, expect, test } from 'vitest';
import { checkMessage, type Shown } from '../../support/discord/rules.ts';
import { checkBody } from '../../support/discord/schemas.ts';

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (id: string, extra: object = {}) => ({ type: 2, style: 2, custom_id: id, label: 'L', ...extra });
const row = (...components: object[]) => ({ type: 1, components });
const card = (...components: object[]) => ({ flags: V2, components: [{ type: 17, components }] }) as unknown as Shown;
const file = (name: string) => ({ type: 13, file: { url: `attachment://${name}` } });
const picture = (description: string) => ({ type: 12, items: [{ media: { url: 'attachment://a.png' }, description }] });
const times = (count: number, make: (at: number) => object) => Array.from({ length: count }, (_, at) => make(at));

/** Holds a message against the schema and against the rules beside it. */
function check(shown: Shown, files: readonly string[] = []): void {
  checkBody('message', shown);
  checkMessage(shown, files);
}

describe('a message', () => {
  test.each<[string, Shown, string[]?]>([
    ['text', { content: 'a' }],
    ['text of 2000 characters', { content: 'a'.repeat(2000) }],
    ['40 components', card(...times(39, () => text('a')))],
    ['4000 characters', card(text('a'.repeat(2000)), text('a'.repeat(2000)))],
    ['5 buttons in a row', card(row(...times(5, (at) => button(`b${at}`))))],
    ['an id of 100 characters', card(row(button('x'.repeat(100))))],
    ['a file', card(file('a.csv')), ['a.csv']],
    ['a picture with 1024 characters of description', card(picture('x'.repeat(1024))), ['a.png']],
    ['ids of components', { flags: V2, components: [{ type: 17, id: 7, components: [text('a')] }] } as unknown as Shown],
    ['old components below text', { content: 'a', components: [row(button('a'))] } as unknown as Shown],
  ])('may hold %s', (_what, shown, files) => {
    check(shown, files);
  });

  test.each<[string, Shown, string[]?]>([
    ['nothing', {}],
    ['text of 2001 characters', { content: 'a'.repeat(2001) }],
    ['41 components', card(...times(40, () => text('a')))],
    ['4001 characters', card(text('a'.repeat(2000)), text('a'.repeat(2001)))],
    ['text beside components', { ...card(text('a')), content: 'b' }],
    ['embeds beside components', { ...card(text('a')), embeds: [{ title: 'b' }] }],
    ['a card without the flag', { ...card(text('a')), flags: 0 }],
    ['6 buttons in a row', card(row(...times(6, (at) => button(`b${at}`))))],
    ['an id of 101 characters', card(row(button('x'.repeat(101))))],
    ['an empty id', card(row(button('')))],
    ['two buttons with one id', card(row(button('a')), row(button('a')))],
    ['two components with one id', card({ ...text('a'), id: 1 }, { ...text('b'), id: 1 })],
    ['a label of 81 characters', card(row(button('a', { label: 'L'.repeat(81) })))],
    ['a button with neither id nor address', card(row({ type: 2, style: 2, label: 'L' }))],
    ['a button with both', card(row(button('a', { url: 'https://x.io' })))],
    ['an empty text', card(text(' '))],
    ['a row without buttons', card(row())],
    ['an empty card', card()],
    ['a file that does not come with it', card(file('a.csv')), ['b.csv']],
    ['a picture that does not come with it', card(picture('x')), []],
    ['1025 characters of description', card(picture('x'.repeat(1025))), ['a.png']],
    ['a file that no component shows', card(text('a')), ['a.csv']],
    ['the description of a file that is not there', { content: 'a', attachments: [{ id: '0', filename: 'a.csv' }] }],
    ['a field that Discord does not know', { content: 'a', wings: 2 } as Shown],
    ['a component that Discord does not know', card({ type: 99 })],
  ])('may not hold %s', (_what, shown, files) => {
    expect(() => check(shown, files)).toThrow();
  });
});
