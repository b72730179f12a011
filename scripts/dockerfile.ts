import { type Copy, DockerfileParser, type Instruction, type JSONInstruction } from 'dockerfile-ast';

/** One step of a stage that says what is in the image. */
export type Step =
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'copy'; readonly from: string | undefined; readonly sources: readonly string[]; readonly target: string }
  | { readonly kind: 'workdir'; readonly path: string };

/** One stage: what it begins with, and what is done to it in order. */
export interface Stage {
  readonly name: string;
  /** An image, or the name of a stage before it. */
  readonly from: string;
  readonly steps: readonly Step[];
  readonly env: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly healthcheck: readonly string[];
}

/**
 * Reads a Dockerfile as far as ours goes.
 *
 * @throws Error for an instruction that is not understood: to leave one out would be to run other steps than Docker does.
 */
export function parseDockerfile(text: string): readonly Stage[] {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const stage = stages.at(-1);
    if (instruction.getKeyword() === 'FROM') stages.push(begin(instruction, stages.length));
    else if (stage) stages[stages.length - 1] = { ...stage, ...read(instruction, stage) };
  }
  return stages;
}

function begin(instruction: Instruction, index: number): Stage {
  const [from = '', , name = String(index)] = wordsOf(instruction);
  return { name, from, steps: [], env: {}, entrypoint: [], healthcheck: [] };
}

/** What an instruction adds to its stage. */
function read(instruction: Instruction, { steps, env }: Stage): Partial<Stage> {
  const words = wordsOf(instruction);
  const [last = ''] = words.slice(-1);
  switch (instruction.getKeyword()) {
    case 'RUN':
      return { steps: [...steps, { kind: 'run', command: commandOf(instruction) }] };
    case 'COPY':
      return { steps: [...steps, { kind: 'copy', from: sourceStage(instruction as Copy), sources: words.slice(0, -1), target: last }] };
    case 'WORKDIR':
      return { steps: [...steps, { kind: 'workdir', path: last }] };
    case 'ENV':
      return { env: { ...env, ...Object.fromEntries(words.map((word) => word.split('=', 2) as [string, string])) } };
    case 'ENTRYPOINT':
      return { entrypoint: listOf(instruction as JSONInstruction) };
    case 'HEALTHCHECK':
      return { healthcheck: JSON.parse(instruction.getRawArgumentsContent()?.replace(/^.*?CMD\s*/s, '') ?? '[]') };
    // These change no file, nor what is run.
    case 'LABEL':
    case 'USER':
    case 'VOLUME':
    case 'EXPOSE':
    case 'STOPSIGNAL':
      return {};
    default:
      throw new Error(`${instruction.getKeyword()} in line ${instruction.getRange().start.line + 1} is not understood`);
  }
}

/** The words of an instruction, without its flags. */
const wordsOf = (instruction: Instruction): readonly string[] =>
  instruction
    .getArguments()
    .map((argument) => argument.getValue())
    .filter((word, index, words) => !(word.startsWith('--') && words.slice(0, index).every((before) => before.startsWith('--'))));

/** What the shell is given: as it is written, without Docker's flags and line breaks. */
const commandOf = (instruction: Instruction): string =>
  (instruction.getRawArgumentsContent() ?? '').replace(/^(?:--\S+\s+)+/, '').replaceAll('\\\n', ' ');

const sourceStage = (copy: Copy): string | undefined => copy.getFromFlag()?.getValue() ?? undefined;

const listOf = (instruction: JSONInstruction): readonly string[] =>
  instruction.getJSONStrings().map((argument) => JSON.parse(argument.getValue()) as string);
