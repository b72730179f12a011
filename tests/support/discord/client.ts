import type { Discord } from './server.ts';
import { TOKEN } from './server.ts';

/** What Discord says to a request. */
export interface Said {
  readonly status: number;
  readonly body: { readonly code?: number; readonly message?: string; readonly id?: string } & Record<string, unknown>;
  readonly headers: Headers;
}

/** A bare client, for asking our Discord what no library would. */
export function bareClient({ api }: Pick<Discord, 'api'>, token = TOKEN) {
  return async (request: string, body?: unknown): Promise<Said> => {
    const [method = '', path = ''] = request.split(' ');
    const response = await fetch(`${api}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers };
  };
}
