import { listening } from './parts.ts';

// A Web API that takes everything at once, in a process of its own.
let posts = 0;
listening((request, response) => {
  request.resume();
  request.on('end', () => {
    const said = request.url?.endsWith('auth.test')
      ? { user_id: 'U1', bot_id: 'B1', team_id: 'T1' }
      : { channel: 'C1', ts: `${++posts}.0` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, ...said }));
  });
});
