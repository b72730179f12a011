import type { Random } from '../src/core/random.ts';

/**
 * People for the simulation, of whom the chooser knows nothing: they learn and
 * forget by the activation model of Pavlik & Anderson (2005, Cognitive Science
 * 29, 559–586, doi:10.1207/s15516709cog0000_14), which is not FSRS.
 *
 * Every meeting with a concept leaves a trace that fades as a power of its
 * age, the faster the more present the concept was at that moment: meetings
 * far apart are worth more. Recall is a logistic function of the logarithm of
 * the sum of all traces.
 */
export interface Learner {
  /** How probably this person is there when a quiz is posted. */
  readonly diligence: number;
  /** The true probability of recall on a day, without guessing; days may only go on. */
  recall(concept: number, day: number): number;
  /** Answers a question by recall, else by a guess among the choices; then reads what is right. */
  answer(concept: number, day: number, choices: number): boolean;
}

/** What a concept is to the whole team. */
export interface Subject {
  /** How easily it is kept in mind, around 0. */
  readonly ease: number;
  /** How often people meet it in their work, a day. */
  readonly metAtWork: number;
}

/** The published fit to their experiments. */
const DECAY = { scale: 0.217, least: 0.177 };
const THRESHOLD = -0.704;
const NOISE = 0.255;
/** Between sessions, little interferes: a second counts as so much of one. */
const BETWEEN_SESSIONS = 0.025;
/**
 * An explanation leaves more than a word pair does. With this, three in four
 * still have it the next day and half after a week, as after a lapse in the
 * population that FSRS-6's default weights were fitted to (77 % and 58 %).
 */
const EXPLAINED = 1;
const DAY_SECONDS = 86_400;
/** How long before the first day people began to work in the field. */
const PAST_DAYS = 200;

interface Trace {
  readonly day: number;
  readonly decay: number;
}

/**
 * A person with talent, habits and work of their own.
 *
 * @param days - how long they are watched; no meeting comes later.
 */
export function createLearner(subjects: readonly Subject[], days: number, random: Random): Learner {
  const talent = 0.4 * normal(random);
  const leastDecay = DECAY.least * Math.exp(0.2 * normal(random));
  const diligence = 0.5 + 0.45 * random();
  const traces = subjects.map((): Trace[] => []);
  const atWork = subjects.map(({ metAtWork }) => meetings(metAtWork * Math.exp(0.5 * normal(random)), days, random));

  const activation = (concept: number, day: number): number => {
    const strength = (traces[concept] ?? []).reduce(
      // What was met this morning is no fresher than from half a day ago.
      (sum, trace) => sum + (Math.max(0.5, day - trace.day) * DAY_SECONDS * BETWEEN_SESSIONS) ** -trace.decay,
      0,
    );
    return EXPLAINED + talent + (subjects[concept]?.ease ?? 0) + Math.log(strength);
  };
  const meet = (concept: number, day: number) => {
    traces[concept]?.push({ day, decay: DECAY.scale * Math.exp(activation(concept, day)) + leastDecay });
  };
  const recall = (concept: number, day: number): number => {
    const coming = atWork[concept] ?? [];
    while (coming[0] !== undefined && coming[0] < day) meet(concept, coming.shift() ?? day);
    return 1 / (1 + Math.exp((THRESHOLD - activation(concept, day)) / NOISE));
  };
  return {
    diligence,
    recall,
    answer(concept, day, choices) {
      const isRight = random() < recall(concept, day) || random() < 1 / choices;
      meet(concept, day);
      return isRight;
    },
  };
}

/** The days of meetings that come by chance at a rate, from the past on, in order. */
function meetings(rate: number, days: number, random: Random): number[] {
  const met: number[] = [];
  const wait = () => -Math.log(1 - random()) / rate;
  for (let day = wait() - PAST_DAYS; day < days; day += wait()) met.push(day);
  return met;
}

/** Concepts, some easier than others; where people meet them at work, a third each about weekly, monthly and never. */
export function subjectsOf(count: number, isAtWork: boolean, random: Random): Subject[] {
  const rates = isAtWork ? [1 / 7, 1 / 30, 0] : [0];
  return Array.from({ length: count }, () => ({
    ease: 0.4 * normal(random),
    metAtWork: rates[Math.floor(random() * rates.length)] ?? 0,
  }));
}

/** A number from the standard normal distribution (Box & Muller 1958). */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
