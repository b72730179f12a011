import type { Command } from '../command.ts';
import { answer, question, result } from './answering.ts';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { courtesy } from './courtesy.ts';
import { daily } from './daily.ts';
import { digest } from './digest.ts';
import { flow } from './flow.ts';
import { gaps } from './gaps.ts';
import { hello } from './hello.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { judge } from './judge.ts';
import { lang } from './lang.ts';
import { link, unlink } from './link.ts';
import { map } from './map.ts';
import { exportOwn, forget } from './own-data.ts';
import { path } from './path.ts';
import { progress } from './progress.ts';
import { quiz } from './quiz.ts';
import { random } from './random.ts';
import { remind } from './remind.ts';
import { card, rate, review, undo } from './review.ts';
import { hold, limits, opt } from './review-habits.ts';
import { share, unshare } from './share.ts';
import { story } from './story.ts';
import { terms } from './terms.ts';
import { name, top } from './top.ts';
import { topics } from './topics.ts';
import { none, tell } from './unanswered.ts';
import { where } from './where.ts';

/** All that a person can do, in the order in which typed text is held against them. */
export const COMMANDS: readonly Command[] = [
  compare,
  story,
  flow,
  path,
  topics,
  random,
  review,
  undo,
  progress,
  hold,
  limits,
  opt,
  remind,
  link,
  unlink,
  exportOwn,
  forget,
  quiz,
  daily,
  top,
  map,
  name,
  gaps,
  digest,
  lang,
  terms,
  help,
  courtesy,
  home,
  answer,
  question,
  result,
  card,
  rate,
  share,
  unshare,
  hello,
  where,
  none,
  tell,
  judge,
  ask,
];
