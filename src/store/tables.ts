import type { Generated } from 'kysely';
import type { Language } from '../core/content/schema.ts';
import type { ActorId } from '../core/turn.ts';
import type { DigestTable, GapAskerTable, GapTable, VerdictTable } from './inbox-tables.ts';
import type {
  DepartureTable,
  GreetingTable,
  InstallationTable,
  InviterTable,
  PersonalFileTable,
  SeenDeliveryTable,
  SentPictureTable,
} from './platform-tables.ts';
import type { AskedTable, AttemptTable, PostTable, QuestionTable, QuizTable, ScheduleTable, StandingTable } from './quiz-tables.ts';
import type {
  FaceTable,
  HoldTable,
  LinkCodeTable,
  LinkTryTable,
  LogLineTable,
  LookUpTable,
  MemoryTable,
  PendingTable,
  ReminderTable,
} from './review-tables.ts';

/**
 * The tables as both engines keep them; `migrations/` makes them.
 *
 * Instants are milliseconds since 1970 in UTC and end in `_at_ms`.
 */
export interface Tables {
  readonly learner: LearnerTable;
  readonly actor: ActorTable;
  readonly preference: PreferenceTable;
  readonly known_concept: KnownConceptTable;
  readonly schedule: ScheduleTable;
  readonly quiz: QuizTable;
  readonly question: QuestionTable;
  readonly asked: AskedTable;
  readonly attempt: AttemptTable;
  readonly standing: StandingTable;
  readonly post: PostTable;
  readonly pace: PaceTable;
  readonly log_line: LogLineTable;
  readonly memory: MemoryTable;
  readonly face: FaceTable;
  readonly look_up: LookUpTable;
  readonly hold: HoldTable;
  readonly reminder: ReminderTable;
  readonly link_code: LinkCodeTable;
  readonly link_try: LinkTryTable;
  readonly pending: PendingTable;
  readonly seen_delivery: SeenDeliveryTable;
  readonly inviter: InviterTable;
  readonly installation: InstallationTable;
  readonly greeting: GreetingTable;
  readonly gap: GapTable;
  readonly gap_asker: GapAskerTable;
  readonly verdict: VerdictTable;
  readonly departure: DepartureTable;
  readonly sent_picture: SentPictureTable;
  readonly personal_file: PersonalFileTable;
  readonly digest: DigestTable;
  readonly migration: MigrationTable;
}

/** A person. */
interface LearnerTable {
  /** Never given twice: old buttons may still name it. */
  readonly id: Generated<number>;
  readonly first_seen_at_ms: number;
}

/** An account on one platform, of one learner; a learner may have several. */
interface ActorTable {
  readonly id: ActorId;
  readonly learner: number;
  /** As the platform showed it last, and null until somebody must be named. */
  readonly name: string | null;
  readonly linked_at_ms: number;
}

/** What a learner has chosen; null is not chosen. */
interface PreferenceTable {
  readonly learner: number;
  readonly language: Language | null;
  /** Whether leaderboards may name them: 1 is yes. */
  readonly is_named: number | null;
  /** How many due concepts a day. */
  readonly due_limit: number | null;
  /** How many new concepts a day. */
  readonly fresh_limit: number | null;
  /** 1 where no quiz of a team is chosen by their memory. */
  readonly is_opted_out: number | null;
  /** By whose clock their days begin; an IANA name. */
  readonly zone: string | null;
  /** 1 where their memory may count in a team's map. */
  readonly is_sharing: number | null;
}

/** A concept of somebody's Markdown notes, and how to know it again after an edit. */
interface KnownConceptTable {
  /** Which folder of notes; ids are unique within it. */
  readonly scope: string;
  readonly id: string;
  /** A JSON array of strings, the author's own name first. */
  readonly names_json: string;
  readonly definition: string;
  readonly place: string;
  readonly first_seen_at_ms: number;
}

/** A lane in which messages go one after another. */
interface PaceTable {
  readonly lane: string;
  readonly free_at_ms: number;
}

/** The steps that made these tables. */
interface MigrationTable {
  readonly name: string;
  readonly applied_at_ms: number;
}
