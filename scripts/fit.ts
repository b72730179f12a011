import { openTutor } from '../src/cli/tutor.ts';
import { readConfig } from '../src/config.ts';
import { type Example, readProof } from '../src/core/content/proof.ts';
import { entriesOf } from '../src/core/knowledge.ts';
import { buildIndex } from '../src/core/search/build.ts';
import { featuresOf } from '../src/core/search/likelihood.ts';
import { evidenceOf } from '../src/core/search/search.ts';
import { WEIGHTS } from '../src/core/search/weights.ts';
import { readFolder } from '../src/files/read-folder.ts';

/**
 * Fits the weights of search on the example questions of
 * content/questions.test.yaml, and never on the held-out ones; prints the
 * cross-validated scores and then the weights for weights.ts.
 */

type Weights = Record<keyof typeof WEIGHTS, number>;
interface Sample {
  readonly example: Example;
  readonly candidates: readonly Weights[];
  /** Which candidate is right; -1 where none is. */
  readonly right: number;
}

const NAMES = Object.keys(WEIGHTS) as (keyof Weights)[];
const TRAINING_FILE = 'questions.test.yaml';
const FOLDS = 5;
const STEPS = 1500;
const RATE = 0.03;
const SHRINK = 0.002;

async function samples(): Promise<Sample[]> {
  const config = { ...readConfig(), contentDir: undefined };
  const { library } = (await openTutor(config)).knowledge();
  const index = buildIndex([entriesOf(library)]);
  let step = index.next();
  while (!step.done) step = index.next();
  const built = step.value;
  const { files } = await readFolder(config.shippedContent);
  const source = files.find(({ path }) => path === TRAINING_FILE);
  if (!source) throw new Error(`${TRAINING_FILE} is missing`);
  return readProof(source, library.concepts).examples.flatMap((example) => {
    const candidates = evidenceOf(built, example.ask);
    if (candidates.length === 0) return [];
    const right = candidates.findIndex(({ id }) => id === example.reach?.[0]);
    return [{ example, right, candidates: candidates.map(({ evidence }) => featuresOf(evidence)) }];
  });
}

function probabilities(weights: Weights, { candidates }: Sample): number[] {
  const odds = candidates.map((features) =>
    Math.exp(
      Math.min(
        30,
        NAMES.reduce((sum, name) => sum + weights[name] * features[name], 0),
      ),
    ),
  );
  const total = odds.reduce((sum, value) => sum + value, 1);
  return odds.map((value) => value / total);
}

const zeros = (): Weights => Object.fromEntries(NAMES.map((name) => [name, 0])) as Weights;

/** Gradient descent with Adam (Kingma & Ba 2015) on the mean log-likelihood, with a little shrinkage. */
function learn(train: readonly Sample[]): Weights {
  const [weights, mean, square] = [zeros(), zeros(), zeros()];
  for (let step = 1; step <= STEPS; step++) {
    const slope = zeros();
    for (const sample of train) {
      const likely = probabilities(weights, sample);
      for (const [at, features] of sample.candidates.entries()) {
        const excess = (likely[at] ?? 0) - (sample.right === at ? 1 : 0);
        for (const name of NAMES) slope[name] += (excess * features[name]) / train.length;
      }
    }
    for (const name of NAMES) {
      const pull = slope[name] + SHRINK * weights[name];
      mean[name] = 0.9 * mean[name] + 0.1 * pull;
      square[name] = 0.999 * square[name] + 0.001 * pull ** 2;
      weights[name] -= (RATE * (mean[name] / (1 - 0.9 ** step))) / (Math.sqrt(square[name] / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return weights;
}

/** Predictions for every sample by weights that were fitted without it. */
function crossValidate(all: readonly Sample[]): { sample: Sample; best: number; likelihood: number }[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learn(all.filter((_sample, at) => at % FOLDS !== fold));
    return all
      .filter((_sample, at) => at % FOLDS === fold)
      .map((sample) => {
        const likely = probabilities(weights, sample);
        const likelihood = Math.max(...likely);
        return { sample, best: likely.indexOf(likelihood), likelihood };
      });
  }).flat();
}

const all = await samples();
const predicted = crossValidate(all);
const reach = predicted.filter(({ sample }) => sample.example.reach);
const refuse = predicted.filter(({ sample }) => sample.example.refuse);
const share = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;
const print = (line: string) => process.stdout.write(`${line}\n`);
print(
  `${reach.length} questions to be reached and ${refuse.length} to be refused are not settled by a name; cross-validated in ${FOLDS} folds:`,
);
print(`best candidate right: ${share(reach.filter(({ best, sample }) => best === sample.right).length, reach.length)}`);
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7]) {
  const sure = reach.filter(({ likelihood }) => likelihood >= threshold);
  const right = sure.filter(({ best, sample }) => best === sample.right).length;
  const wrongly = refuse.filter(({ likelihood }) => likelihood >= threshold).length;
  print(
    `answer from ${threshold}: right ${share(right, reach.length)}, wrong ${share(sure.length - right, reach.length)}, false answers ${wrongly} of ${refuse.length}`,
  );
}
print(
  JSON.stringify(Object.fromEntries(Object.entries(learn(all)).map(([name, weight]) => [name, Number(weight.toFixed(2))])), undefined, 2),
);
