import { expect, test } from 'vitest';
import { inOnePiece } from '../../src/adapters/whole-form.ts';

test('a form becomes one piece that reads the same, and keeps its other headers', async () => {
  const form = new FormData();
  form.set('name', '小A');
  form.set('file', new Blob(['a picture']), 'a.png');
  const { headers, body, method } = await inOnePiece({ method: 'POST', headers: { authorization: 'Bot x' }, body: form });
  expect(body).toBeInstanceOf(Uint8Array);
  expect([method, headers.authorization]).toEqual(['POST', 'Bot x']);
  const read = await new Response(body, { headers }).formData();
  const file = read.get('file') as File;
  expect([read.get('name'), file.name, await file.text()]).toEqual(['小A', 'a.png', 'a picture']);
});

test('what is no form is sent as it is', async () => {
  for (const body of ['text', new Uint8Array([1]), undefined]) {
    const request = { headers: { 'content-type': 'text/plain' }, body };
    expect(await inOnePiece(request)).toBe(request);
  }
});
