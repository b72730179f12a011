import { z } from 'zod';

/**
 * The format of the files under `content/`, as authors write them.
 *
 * Descriptions and limits here also become the JSON Schema that editors use
 * (`npm run schemas`), so they are written for authors.
 */

/** The languages that the tutor speaks; the first is the fallback. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The other of the two languages. */
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'zh' : 'en');

/** What sort of thing a concept is: quizzes take wrong choices of the same kind. */
export const KINDS = [
  'component',
  'object',
  'command',
  'instruction',
  'tool',
  'artifact',
  'setting',
  'state',
  'standard',
  'idea',
  'platform',
  'people',
  'story',
] as const;

/** What a quiz question is about. */
export const QUESTION_SORTS = ['what-is', 'which-part', 'what-if', 'which-command', 'tell-apart', 'read-output'] as const;

/** Ids ride on buttons, so they are short and plain. */
export const MAX_ID_LENGTH = 30;

const id = z
  .string()
  .max(MAX_ID_LENGTH)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens only')
  .describe('A permanent name such as kube-proxy. Never change it: people’s progress hangs on it.');

const line = (max: number, description: string) => z.string().trim().min(1).max(max).describe(description);

/** Says in the JSON Schema too that at least one language is there. */
const IN_A_LANGUAGE = { anyOf: [{ required: ['en'] }, { required: ['zh'] }] };
const hasLanguage = (texts: { en?: unknown; zh?: unknown }): boolean => texts.en !== undefined || texts.zh !== undefined;
/** Looked at even where other things are wrong, so that all is said at once. */
const isGroup = ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const bothOf = (max: number, description: string) =>
  z
    .strictObject({ en: line(max, 'In English').optional(), zh: line(max, 'In Chinese').optional() })
    .refine(hasLanguage, { error: 'needs en or zh', when: isGroup })
    .meta({ ...IN_A_LANGUAGE, description });

const wording = z
  .strictObject({
    name: line(60, 'The one name that is shown.'),
    aliases: z.array(line(60, 'Another right name')).default([]).describe('Other right names and abbreviations.'),
    misspellings: z.array(line(60, 'A common misspelling')).default([]).describe('How people often misspell it.'),
    definition: line(200, 'One sentence that says what it is.'),
    body: line(1500, 'A short explanation for a newcomer, in Markdown.').optional(),
    asks: z.array(line(160, 'A question or a situation')).default([]).describe('How people ask for it, half of them without its name.'),
  })
  .describe('The concept in one language.');

const contrast = z.strictObject({
  id: id.describe('The concept that it is confused with.'),
  en: line(240, 'The difference in one English sentence.').optional(),
  zh: line(240, 'The difference in one Chinese sentence.').optional(),
});

const choice = z
  .strictObject({
    concept: id.optional().describe('The concept that this choice names. Without en and zh, its name is the choice.'),
    en: line(75, 'The choice in English').optional(),
    zh: line(75, 'The choice in Chinese').optional(),
    wrong: bothOf(240, 'Why this choice is wrong, in one sentence. Needed where the choice is no concept.').optional(),
  })
  .describe('One choice of a question.');

const question = z.strictObject({
  id: id.describe('A permanent name, unique in its concept.'),
  sort: z.enum(QUESTION_SORTS).describe('What the question is about.'),
  stem: bothOf(200, 'The question, clear without its choices.'),
  answer: choice.describe('The one right choice. Left out: the concept itself.').optional(),
  distractors: z.array(choice).min(2).max(4).describe('Wrong but plausible choices of the same kind.'),
  explanation: bothOf(600, 'Why the answer is right, and why the nearest wrong one is wrong. Names the answer.'),
});

const webAddress = z.url({ protocol: /^https?$/ }).meta({ pattern: '^https?://' });

const example = z.strictObject({
  language: z.enum(['bash', 'yaml', 'dockerfile', 'text', 'json']).describe('What the code is.'),
  code: line(700, 'A command or a manifest that works as it stands.'),
  en: line(160, 'What it does, in English').optional(),
  zh: line(160, 'What it does, in Chinese').optional(),
});

export const conceptSchema = z
  .strictObject({
    id,
    kind: z.enum(KINDS).optional().describe('What sort of thing it is.'),
    tier: z.int().min(1).max(3).default(2).describe('1: everyone needs it first; 2: soon; 3: some day.'),
    tags: z.array(line(30, 'A topic')).default([]).describe('Topics, for browsing.'),
    partOf: z.array(id).default([]).describe('The concepts that it is a part of.'),
    madeOf: z.array(id).default([]).describe('The concepts that it consists of.'),
    runsOn: z.array(id).default([]).describe('Where it runs.'),
    needs: z.array(id).default([]).describe('Concepts to learn first.'),
    related: z.array(id).default([]).describe('Concepts to look at next.'),
    en: wording.optional().describe('The concept in English.'),
    zh: wording.optional().describe('The concept in Chinese.'),
    confusedWith: z.array(contrast).max(4).default([]).describe('What it is mixed up with, and the difference.'),
    example: example.optional().describe('A small example.'),
    history: bothOf(200, 'Since, renamed or removed in which version, where that matters.').optional(),
    sources: z.array(webAddress).default([]).describe('Official pages.'),
    questions: z.array(question).default([]).describe('Quiz questions.'),
  })
  .refine(hasLanguage, { error: 'needs a section en or zh', when: isGroup })
  .meta(IN_A_LANGUAGE);

export const conceptFileSchema = z.strictObject({
  topic: bothOf(40, 'What the concepts of this file have in common, as people browse for it.').optional(),
  concepts: z.array(conceptSchema).describe('The concepts of this file.'),
});

export const deckSchema = z
  .strictObject({
    id: id.describe('The deck’s permanent name.'),
    languages: z
      .array(z.enum(LANGUAGES))
      .min(1)
      .optional()
      .describe('Every concept of the deck must be written in these languages. Left out: any will do.'),
    about: z
      .array(id)
      .default([])
      .describe('The subjects of the whole deck, which questions name only to say what field they are in ("… in Kubernetes").'),
    alike: z
      .array(z.array(id).min(2))
      .default([])
      .describe(
        'Groups of concepts of which one loose sentence may be true: made quiz questions set them against each other only by the sentence that says how they differ.',
      ),
    en: z
      .strictObject({ title: line(60, 'Title'), summary: line(200, 'What it teaches') })
      .describe('The deck in English.')
      .optional(),
    zh: z
      .strictObject({ title: line(60, 'Title'), summary: line(200, 'What it teaches') })
      .describe('The deck in Chinese.')
      .optional(),
  })
  .describe('A subject: the file deck.yaml in a folder of notes.');

export type AuthoredConcept = z.output<typeof conceptSchema>;
export type AuthoredDeck = z.output<typeof deckSchema>;
export type Wording = z.output<typeof wording>;

const mermaid = z
  .strictObject({ en: line(2000, 'Labels in English').optional(), zh: line(2000, 'Labels in Chinese').optional() })
  .refine(hasLanguage, { error: 'needs en or zh', when: isGroup })
  .meta({ ...IN_A_LANGUAGE, description: 'A mermaid flowchart, with the same ids in both languages.' });

const nodeConcepts = z
  .record(line(40, 'The id of a node or subgraph'), id)
  .default({})
  .describe('The concepts that nodes and subgraphs stand for, by their ids in the diagram.');

const diagram = z.strictObject({
  mermaid,
  concepts: nodeConcepts,
  en: line(600, 'What it shows, in English words').optional(),
  zh: line(600, 'What it shows, in Chinese words').optional(),
});

/** A lesson: something told in steps, with pictures. */
export const lessonSchema = z.strictObject({
  id: id.describe('The lesson’s permanent name.'),
  title: bothOf(60, 'What the lesson is called.'),
  diagrams: z.record(id, diagram).default({}).describe('The pictures of the lesson, by name.'),
  steps: z
    .array(
      z.strictObject({
        en: line(1500, 'This step in English, in Markdown').optional(),
        zh: line(1500, 'This step in Chinese, in Markdown').optional(),
        diagrams: z.array(id).max(2).default([]).describe('The pictures beside it.'),
        concepts: z.array(id).max(5).default([]).describe('The concepts that it introduces.'),
      }),
    )
    .min(1)
    .max(12)
    .describe('The steps, in order.'),
});

export type Lesson = z.output<typeof lessonSchema>;

/** A flow: what happens, step by step on one diagram. */
export const flowSchema = z
  .strictObject({
    id: id.describe('The flow’s permanent name, by which people call it.'),
    title: bothOf(60, 'What happens.'),
    aliases: z.array(line(40, 'Another name')).max(12).default([]).describe('What else people may call it, in either language.'),
    diagram: z.strictObject({ mermaid, concepts: nodeConcepts }).describe('The diagram on which it happens.'),
    steps: z
      .array(
        z.strictObject({
          en: line(400, 'What happens, in English: a sentence or two, in Markdown').optional(),
          zh: line(400, 'What happens, in Chinese: a sentence or two, in Markdown').optional(),
          highlight: z
            .array(line(90, 'An id, or "a -> b" for an arrow and its ends'))
            .min(1)
            .max(16)
            .describe('Where it happens: ids of nodes and subgraphs, and arrows as a -> b.'),
        }),
      )
      .min(2)
      .max(12)
      .describe('The steps, in order.'),
  })
  .describe('What happens, step by step on one diagram.');

export type Flow = z.output<typeof flowSchema>;
