import { describe, expect, test } from 'vitest';
import { ask, CHISEL, DRILL, of, PLANE, sorts, texts, tool } from '../../support/joinery.ts';

describe('of what is mixed up', () => {
  const differs = (sentence: string) => `, confusedWith: [{ id: plane, en: "${sentence}" }]`;
  const withSentence = (sentence: string) =>
    of(tool('saw', 'Saw', 'Cuts a board along a line.', differs(sentence)) + PLANE + CHISEL + DRILL);

  test('the sentence about both is asked with gaps, whichever of the two it begins with', () => {
    const library = withSentence('A saw divides thick boards; a plane thins one evenly.');
    expect(ask(library, 'saw', 'not-plane')?.stem).toBe(
      'Two things that are easily mixed up: “① divides thick boards; ② thins one evenly.” What is ①?',
    );
    const other = withSentence('A plane thins a board evenly; a saw divides thick boards.');
    expect(ask(other, 'saw', 'not-plane')?.stem).toContain('What is ②?');
    expect(texts(ask(library, 'saw', 'not-plane'))).toContain('Plane');
    expect(ask(library, 'saw', 'not-plane')?.explanation).toBe(
      '① is Saw. Not Plane: A saw divides thick boards; a plane thins one evenly.',
    );
  });

  test.each([
    ['does not say one thing of each', 'A saw divides a whole board and a plane thins one.'],
    ['does not begin with the names', 'Use a saw to divide whole boards; a plane thins one evenly.'],
    ['says too little', 'A saw cuts; a plane thins a board evenly.'],
    ['says what sort of word one is', 'Saw is the general term for toothed blades; a plane thins boards evenly.'],
    ['says a name of its own twice', 'A saw divides what any other saw divides, boards; a plane thins a board evenly.'],
  ])('nothing is asked of a sentence that %s', (_, sentence) => {
    expect(sorts(withSentence(sentence), 'saw')).not.toContain('not-plane');
  });

  test('a third choice that what is said may fit is left out', () => {
    const library = of(
      tool('saw', 'Saw', 'Cuts a board along a line.', differs('A saw divides heavy oak beams; a plane thins one evenly.')) +
        PLANE +
        CHISEL +
        DRILL +
        tool('axe', 'Axe', 'Splits logs; it also divides heavy oak beams.'),
    );
    expect(texts(ask(library, 'saw', 'not-plane'))).toEqual(['Chisel', 'Drill', 'Plane', 'Saw']);
  });
});
