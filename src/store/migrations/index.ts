import { learners } from './0001-learners.ts';
import { knownConcepts } from './0002-known-concepts.ts';
import { quizzes } from './0003-quizzes.ts';
import { reviews } from './0004-reviews.ts';
import { seenDeliveries } from './0005-seen-deliveries.ts';
import { inviters } from './0006-inviters.ts';
import { installations } from './0007-installations.ts';
import { greetings } from './0008-greetings.ts';
import { heldPosts } from './0009-held-posts.ts';
import { inbox } from './0010-inbox.ts';
import { departures } from './0011-departures.ts';
import { pictures } from './0012-pictures.ts';
import { reasons } from './0013-reasons.ts';
import { oldPosts } from './0014-old-posts.ts';
import { openQuizzes } from './0015-open-quizzes.ts';
import { personalFiles } from './0016-personal-files.ts';
import { direct } from './0017-direct.ts';
import { lostDigests } from './0018-lost-digests.ts';
import { visitors } from './0019-visitors.ts';
import type { Migration } from './migration.ts';

/** Every step, in order. New ones go to the end. */
export const MIGRATIONS: readonly Migration[] = [
  learners,
  knownConcepts,
  quizzes,
  reviews,
  seenDeliveries,
  inviters,
  installations,
  greetings,
  heldPosts,
  inbox,
  departures,
  pictures,
  reasons,
  oldPosts,
  openQuizzes,
  personalFiles,
  direct,
  lostDigests,
  visitors,
];
