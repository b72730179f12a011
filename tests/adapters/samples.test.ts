import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { renderReply as drawForDiscord } from '../../src/adapters/discord/render.ts';
import { renderReply as drawForSlack } from '../../src/adapters/slack/render.ts';
import { renderReply as drawForTerminal, plainScreen } from '../../src/adapters/terminal/render.ts';
import { COMMANDS } from '../../src/core/commands/index.ts';
import { LANGUAGES } from '../../src/core/content/schema.ts';
import { picturesIn } from '../../src/core/illustrate.ts';
import { overBudget } from '../../src/core/reply.ts';
import { checkMessage } from '../support/discord/rules.ts';
import { checkBody } from '../support/discord/schemas.ts';
import { jsonLines } from '../support/json-lines.ts';
import { SCENES } from '../support/samples/scenes.ts';
import type { Sample } from '../support/samples/stage.ts';
import { brokenByMessage } from '../support/slack/rules.ts';

const WINDOW = { ...plainScreen, columns: 64 };
const PICTURE = { png: new Uint8Array([1]), width: 2, height: 2 };

/** How each platform shows a sample, with its pictures where it has any; held against what that platform takes. */
const DRAWN: Readonly<Record<string, (sample: Sample) => string>> = {
  'slack.json': ({ reply }) => {
    const drawn = drawForSlack(reply, new Map(picturesIn(reply).map((block, at) => [block, `F${at + 1}`])));
    expect(brokenByMessage(drawn)).toEqual([]);
    return jsonLines(drawn);
  },
  'discord.json': ({ reply }) => {
    const { body, files } = drawForDiscord(reply, { pictures: new Map(picturesIn(reply).map((block) => [block, PICTURE])) });
    const names = files.map(({ name }) => name ?? '');
    checkBody('message', body);
    checkMessage(body, names);
    return jsonLines({ ...body, files: names });
  },
  'terminal.txt': ({ reply, typed }) => `${typed === undefined ? '' : `› ${typed}\n\n`}${drawForTerminal(reply, WINDOW)}\n`,
};

/** Ids and codes that chance gives are left out. */
const withoutChance = (text: string): string =>
  text.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID').replaceAll(/\b(?=\w*[A-Z])[A-Z\d]{4}-[A-Z\d]{4}\b/g, 'ABCD-EFGH');

/** Golden files of what is no reply, or drawn by a test of its platform. */
const OTHERS = /^(?:every-block|home|judge-form|demonstration)\b/;

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(SCENES)('what is seen by who $title is kept, on every platform', async ({ play }) => {
    for (const sample of await play(language)) {
      expect(overBudget(sample.reply)).toEqual([]);
      expect(sample.reply.summary).not.toMatch(/`|\*\*/);
      for (const [file, draw] of Object.entries(DRAWN)) {
        const [platform, ending] = file.split('.');
        await expect(withoutChance(draw(sample))).toMatchFileSnapshot(`../golden/${platform}/${sample.name}.${ending}`);
      }
    }
  });
});

test('every command is among the samples, in both languages, and no golden file is of none', async () => {
  const played: Sample[] = [];
  for (const { play } of SCENES) for (const language of LANGUAGES) played.push(...(await play(language)));
  const commandsIn = (language: string) =>
    new Set(played.flatMap(({ name, command }) => (name.endsWith(`.${language}`) ? (command ?? []) : [])));
  for (const language of LANGUAGES) expect(COMMANDS.map(({ name }) => name).filter((name) => !commandsIn(language).has(name))).toEqual([]);
  const names = new Set(played.map(({ name }) => name));
  for (const platform of ['slack', 'discord', 'terminal']) {
    const files = readdirSync(fileURLToPath(new URL(`../golden/${platform}`, import.meta.url))).filter((file) => !OTHERS.test(file));
    expect(files.filter((file) => !names.has(file.replace(/\.\w+$/, '')))).toEqual([]);
  }
});
