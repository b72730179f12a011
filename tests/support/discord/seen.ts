import { ComponentType } from 'discord-api-types/v10';
import { type Part, partsOf } from './rules.ts';
import type { Message } from './world.ts';

/** All text that a message shows. */
export const textOf = ({ content, components }: Message): string =>
  [content ?? '', ...partsOf(components ?? []).flatMap(({ content: text }) => text ?? [])].filter((text) => text !== '').join('\n');

/** The labels of a message's buttons. */
export const labelsOf = ({ components }: Message): string[] => buttonsIn(components ?? []).map(({ label }) => label ?? '');

const buttonsIn = (components: readonly unknown[]): Part[] => partsOf(components).filter(({ type }) => type === ComponentType.Button);
