/** What is to be sent, as `fetch` takes it. */
interface Sent {
  readonly body?: unknown;
  readonly headers?: unknown;
}

/**
 * Makes a form one piece, with the headers that say how to read it, and leaves
 * all else as it is. Broken off while undici reads a form bit by bit, it throws
 * where nobody can catch it, and the process ends.
 */
export async function inOnePiece<Request extends Sent>(request: Request): Promise<Request> {
  if (!(request.body instanceof FormData)) return request;
  const whole = new Response(request.body);
  // Both libraries hand over plain records.
  const headers = { ...(request.headers as Readonly<Record<string, string>>), ...Object.fromEntries(whole.headers) };
  return { ...request, headers, body: await whole.bytes() };
}
