import { problemsBySchema, problemsOfBlock } from './schema.ts';

/** A message as it is sent to Slack: what of it the rules look at. */
export interface Payload {
  readonly text?: string;
  readonly blocks?: readonly Block[];
}

interface Block {
  readonly type: string;
}

const field = (block: Block, name: string): unknown => Reflect.get(block, name);

/** A limit that Slack documents, what it calls a payload that breaks it, and where it is documented. */
interface Rule<Subject> {
  readonly page: string;
  readonly error: string;
  readonly isBroken: (subject: Subject) => boolean;
}

const BLOCKS = 'https://docs.slack.dev/reference/block-kit/blocks';

/** Every text inside a value, whatever it is called. */
function charactersIn(value: unknown): number {
  if (typeof value === 'string') return 0;
  if (Array.isArray(value)) return value.reduce((total: number, part) => total + charactersIn(part), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (total, [key, part]) => total + (key === 'text' && typeof part === 'string' ? part.length : charactersIn(part)),
    0,
  );
}

function all(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((part) => all(part, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (name === key ? [part] : all(part, key)));
}

const hasTwice = (values: readonly unknown[]): boolean => new Set(values).size < values.length;
const ofType = (blocks: readonly Block[], ...types: readonly string[]) => blocks.filter(({ type }) => types.includes(type));

/** What Slack's types cannot say of the blocks of a message or a view. */
const BLOCK_RULES = {
  'a block is as its type says': {
    page: BLOCKS,
    error: 'invalid_blocks',
    isBroken: ({ blocks }) => blocks.some((block) => problemsOfBlock(block).length > 0),
  },
  'block_id is used once': {
    page: BLOCKS,
    error: 'invalid_blocks',
    isBroken: ({ blocks }) => hasTwice(blocks.flatMap((block) => field(block, 'block_id') ?? [])),
  },
  'action_id is used once in a block': {
    page: 'https://docs.slack.dev/reference/block-kit/block-elements/button-element',
    error: 'invalid_blocks',
    isBroken: ({ blocks }) => blocks.some((block) => hasTwice(all(block, 'action_id'))),
  },
  'rich text holds something': {
    page: 'https://docs.slack.dev/reference/block-kit/blocks/rich-text-block',
    error: 'invalid_blocks',
    isBroken: ({ blocks }) =>
      ofType(blocks, 'rich_text').some(
        (block) => all(block, 'elements').some((part) => Array.isArray(part) && part.length === 0) || all(block, 'text').includes(''),
      ),
  },
  'actions hold something': {
    page: `${BLOCKS}/actions-block`,
    error: 'invalid_blocks',
    isBroken: ({ blocks }) => ofType(blocks, 'actions', 'context').some((block) => (field(block, 'elements') as unknown[]).length === 0),
  },
} as const satisfies Record<string, Rule<{ readonly blocks: readonly Block[] }>>;

/** What holds for a message besides. */
const MESSAGE_RULES = {
  'a message has at most 50 blocks': { page: BLOCKS, error: 'invalid_blocks', isBroken: ({ blocks = [] }) => blocks.length > 50 },
  'text has at most 40,000 characters': {
    page: 'https://docs.slack.dev/reference/methods/chat.postMessage#truncating',
    error: 'msg_too_long',
    isBroken: ({ text = '' }) => text.length > 40_000,
  },
  'a message has text or blocks': {
    page: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    error: 'no_text',
    isBroken: ({ text = '', blocks = [] }) => text === '' && blocks.length === 0,
  },
  'blocks have a text beside them, for notifications and screen readers': {
    page: 'https://docs.slack.dev/reference/methods/chat.postMessage#text-blocks-attachments',
    error: 'no_text',
    isBroken: ({ text = '', blocks = [] }) => blocks.length > 0 && text === '',
  },
  // Nowhere documented: measured, and named by the error.
  'all blocks together stay under 13,200 characters': {
    page: 'https://docs.slack.dev/reference/methods/chat.postMessage#errors',
    error: 'msg_blocks_too_long',
    isBroken: ({ blocks = [] }) => charactersIn(blocks) > 13_200,
  },
  'a message has one table': {
    page: `${BLOCKS}/table-block`,
    error: 'only_one_table_allowed',
    isBroken: ({ blocks = [] }) => ofType(blocks, 'table').length > 1,
  },
  'no input or alert stands in a message': {
    page: BLOCKS,
    error: 'invalid_blocks',
    isBroken: ({ blocks = [] }) => ofType(blocks, 'input', 'alert').length > 0,
  },
} as const satisfies Record<string, Rule<Payload>>;

/** What holds for the views of App Home. */
const HOME_RULES = {
  'a view is as its type says': {
    page: 'https://docs.slack.dev/reference/views/home-tab-views',
    error: 'invalid_arguments',
    isBroken: (view) => problemsBySchema('HomeView', view).length > 0,
  },
  'a view has at most 100 blocks': { page: BLOCKS, error: 'invalid_arguments', isBroken: ({ blocks }) => blocks.length > 100 },
  'no markdown, table, alert or file stands in App Home': {
    page: BLOCKS,
    error: 'invalid_arguments',
    isBroken: ({ blocks }) => ofType(blocks, 'markdown', 'table', 'alert', 'file').length > 0,
  },
} as const satisfies Record<string, Rule<{ readonly blocks: readonly Block[] }>>;

const MODALS = 'https://docs.slack.dev/reference/views/modal-views';

/** A modal, what of it the rules look at. */
interface Modal {
  readonly title?: { readonly text: string };
  readonly submit?: { readonly text: string };
  readonly close?: { readonly text: string };
  readonly private_metadata?: string;
  readonly callback_id?: string;
  readonly blocks: readonly Block[];
}

/** What holds for modals. */
const MODAL_RULES = {
  'a modal is as its type says': {
    page: MODALS,
    error: 'invalid_arguments',
    isBroken: (view) => problemsBySchema('ModalView', view).length > 0,
  },
  'a modal’s title and its buttons have at most 24 characters': {
    page: MODALS,
    error: 'invalid_arguments',
    isBroken: ({ title, submit, close }) => [title, submit, close].some((said) => (said?.text.length ?? 0) > 24),
  },
  'a modal’s private_metadata has at most 3,000 characters': {
    page: MODALS,
    error: 'invalid_arguments',
    isBroken: ({ private_metadata = '' }) => private_metadata.length > 3_000,
  },
  'a modal’s callback_id has at most 255 characters': {
    page: MODALS,
    error: 'invalid_arguments',
    isBroken: ({ callback_id = '' }) => callback_id.length > 255,
  },
  'a modal has at most 100 blocks': { page: MODALS, error: 'invalid_arguments', isBroken: ({ blocks }) => blocks.length > 100 },
  'a modal that asks for something can be sent': {
    page: MODALS,
    error: 'invalid_arguments',
    isBroken: ({ submit, blocks }) => submit === undefined && ofType(blocks, 'input').length > 0,
  },
  'a text field takes at most 3,000 characters': {
    page: 'https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element',
    error: 'invalid_arguments',
    isBroken: ({ blocks }) => all(blocks, 'max_length').some((most) => Number(most) < 1 || Number(most) > 3_000),
  },
} as const satisfies Record<string, Rule<Modal>>;

/** All that a payload is held against. */
export const RULES = { ...BLOCK_RULES, ...MESSAGE_RULES, ...HOME_RULES, ...MODAL_RULES };

/** A rule that was broken, as Slack calls it and as we say it. */
export interface Broken {
  readonly rule: string;
  readonly error: string;
  readonly details: readonly string[];
}

/** What is wrong with a message. */
export const brokenByMessage = (message: Payload): Broken[] => [
  ...broken(BLOCK_RULES, { blocks: message.blocks ?? [] }),
  ...broken(MESSAGE_RULES, message),
];

/** What is wrong with a view of App Home. */
export const brokenByHome = (view: { readonly blocks: readonly Block[] }): Broken[] => [
  ...broken(BLOCK_RULES, view),
  ...broken(HOME_RULES, view),
];

/** What is wrong with a modal. */
export const brokenByModal = (view: Modal): Broken[] => [...broken(BLOCK_RULES, view), ...broken(MODAL_RULES, view)];

function broken<Subject extends { readonly blocks?: readonly Block[] }>(
  rules: Readonly<Record<string, Rule<Subject>>>,
  subject: Subject,
): Broken[] {
  return Object.entries(rules)
    .filter(([, { isBroken }]) => isBroken(subject))
    .map(([rule, { error }]) => ({ rule, error, details: (subject.blocks ?? []).flatMap(problemsOfBlock) }));
}
