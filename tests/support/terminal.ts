import { EventEmitter } from 'node:events';
import { PassThrough, Writable } from 'node:stream';

/** What a program has written so far, with the means to wait for more of it. */
export type Transcript = ReturnType<typeof createTranscript>;

/** An empty transcript. */
export function createTranscript() {
  const grown = new EventEmitter();
  let all = '';
  let seen = 0;
  return {
    add(text: string): void {
      all += text;
      grown.emit('grown');
    },
    /** All that was written. */
    text: (): string => all,
    /** Waits until a text stands behind the last one that was waited for. */
    async until(text: string): Promise<void> {
      while (!all.includes(text, seen)) await EventEmitter.once(grown, 'grown');
      seen = all.indexOf(text, seen) + text.length;
    },
  };
}

/** A terminal in memory, or a pipe: where to read from and write to, and what a person at it types and sees. */
export function createTerminal({
  isTerminal,
  columns = 80,
  colours = false,
}: {
  isTerminal: boolean;
  columns?: number;
  colours?: boolean;
}) {
  const screen = createTranscript();
  const input = Object.assign(new PassThrough(), { isTTY: isTerminal, setRawMode: () => input });
  const output = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        screen.add(String(chunk));
        done();
      },
    }),
    { isTTY: isTerminal, columns, getColorDepth: () => (colours ? 4 : 1) },
  );
  return {
    // Only what the chat uses of a terminal is there.
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    screen,
    type: (text: string) => void input.write(text),
    hangUp: () => void input.end(),
  };
}
