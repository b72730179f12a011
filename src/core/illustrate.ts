import { type Chart, describeChart } from './chart.ts';
import type { Language } from './content/schema.ts';
import type { DrawPicture, Look, PictureFile } from './picture.ts';
import { BUDGET, type PictureBlock, type Reply, shorten, type TextBlock } from './reply.ts';

/** A chart as a block, with its sentences for those who do not see it. @param instead - stands there where it cannot be shown. */
export const chartBlock = (chart: Chart, language: Language, instead: readonly TextBlock[]): PictureBlock => ({
  ...{ kind: 'picture', drawing: { kind: 'chart', chart }, alt: shorten(describeChart(chart, language), BUDGET.alt), instead },
});

/** What was made of a reply's pictures; one that is not in it is shown by its text. */
export type Pictured<Made> = ReadonlyMap<PictureBlock, Made>;

/** The pictures of a reply, in order. */
export const picturesIn = ({ blocks }: Reply): PictureBlock[] => blocks.filter((block) => block.kind === 'picture');

/** Has all pictures of a reply drawn at once. Never rejects; what cannot be drawn is left out. */
export async function illustrate(reply: Reply, draw: DrawPicture, theme: Look['theme']): Promise<Pictured<PictureFile>> {
  const look = { language: reply.language ?? 'en', theme };
  const drawn = await Promise.all(
    picturesIn(reply).map(async (block): Promise<[PictureBlock, PictureFile][]> => {
      const file = await draw(block.drawing, look);
      return file ? [[block, file]] : [];
    }),
  );
  return new Map(drawn.flat());
}
