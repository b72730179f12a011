import type { Intent } from '../../src/core/intent.ts';
import type { ConversationId } from '../../src/core/places.ts';
import type { Pressed } from '../../src/core/turn.ts';
import { personCalled } from '../../tests/support/bot.ts';
import type { SimBot } from './bots.ts';
import { type Channel, someDays, someMinute, ZONES } from './channels.ts';
import type { Luck } from './luck.ts';
import type { Posted } from './platform.ts';
import { DAY, HOUR, MINUTE, SECOND, type Timeline } from './timeline.ts';
import type { WallClocks } from './wall-clocks.ts';

interface PeopleWorld {
  readonly timeline: Timeline;
  readonly luck: Luck;
  readonly walls: WallClocks;
  readonly bots: readonly SimBot[];
  readonly channels: ReadonlyMap<ConversationId, Channel>;
  /** A channel's quiz may have been changed: it is looked at when all that follows from it is done. */
  onEdited(channel: Channel): void;
  /** Somebody has asked for a channel's quiz before its time. */
  onOpened(channel: Channel): void;
}

const BOSS = personCalled('Boss', { canManage: true, zone: 'UTC' });

/** What people do: they change their schedules at any time, and answer. */
export function createPeople({ timeline, luck, walls, bots, channels, onEdited, onOpened }: PeopleWorld) {
  const counts = { changes: 0, presses: 0 };
  const send = (channel: Channel, intent: Intent, name?: string, pressed?: Pressed): boolean => {
    const running = bots.flatMap((bot) => bot.running() ?? []);
    if (running.length === 0) return false;
    const actor = name === undefined ? BOSS : personCalled(name);
    const conversation = { id: channel.id, space: channel.space, isDirect: false };
    void luck.pick(running).reply({ id: 'turn', intent, actor, conversation, ...(pressed && { pressed }) });
    return true;
  };
  const daily = (channel: Channel, args: Readonly<Record<string, string>>): boolean => {
    const isSent = send(channel, { command: 'daily', args: { ...args, lang: 'en' } });
    if (isSent) counts.changes += 1;
    timeline.at(timeline.now(), () => onEdited(channel));
    return isSent;
  };
  const resume = (channel: Channel): void => {
    // Where no bot hears it, one tries again.
    if (!daily(channel, { do: 'resume' })) timeline.at(timeline.now() + 10 * MINUTE, () => resume(channel));
  };
  const arrange = (channel: Channel, change: Readonly<Record<string, string>>): void => {
    const { minuteOfDay, zone, days } = channel.versions.at(-1)?.timetable ?? { minuteOfDay: 0, zone: 'UTC', days: [] };
    daily(channel, { at: String(minuteOfDay), zone, days: days.join(''), n: '1', isSure: '1', ...change });
  };
  /** A time of today that is near, before or behind us: there, a change meets a quiz that is due. */
  const minuteNearby = (channel: Channel): number => {
    const zone = channel.versions.at(-1)?.timetable.zone ?? 'UTC';
    const shown = Math.floor(walls.shownAt(zone, timeline.now()) / MINUTE);
    return (((shown + luck.between(-200, 200)) % 1440) + 1440) % 1440;
  };
  const openNow = (channel: Channel): void => {
    daily(channel, { do: 'now' });
    timeline.at(timeline.now(), () => onOpened(channel));
  };
  const pause = (channel: Channel): void => {
    daily(channel, { do: 'pause' });
    timeline.at(timeline.now() + luck.between(SECOND, 5 * DAY), () => resume(channel));
  };
  const editOnce = (channel: Channel): void => {
    const what = luck.between(1, 100);
    if (what <= 30) arrange(channel, { at: String(luck.happens(0.5) ? minuteNearby(channel) : someMinute(luck)) });
    else if (what <= 45) arrange(channel, { zone: luck.pick(ZONES), at: String(someMinute(luck)) });
    else if (what <= 58) arrange(channel, { days: someDays(luck).join('') });
    else if (what <= 73) daily(channel, { do: luck.pick(['quiet', 'loud']) });
    else if (what <= 80) openNow(channel);
    else if (what <= 83) daily(channel, { do: 'close' });
    else pause(channel);
  };
  return {
    counts,
    resume,
    /** Changes a channel's quiz every now and then, for ever. */
    keepEditing(channel: Channel): void {
      timeline.at(timeline.now() + luck.between(HOUR, 24 * DAY), () => {
        editOnce(channel);
        this.keepEditing(channel);
      });
    },
    /** Answers some of the quizzes. */
    answer({ conversation, quiz, message }: Posted): void {
      const channel = channels.get(conversation);
      if (!channel || !luck.happens(0.05)) return;
      for (let people = luck.between(1, 3); people > 0; people--) {
        timeline.at(timeline.now() + luck.between(5 * SECOND, 6 * HOUR), () => {
          const choice = luck.pick(['a', 'b', 'c', 'none']);
          const intent = { command: 'answer', args: { quiz: String(quiz), q: '1', choice } };
          if (send(channel, intent, `P${luck.between(1, 9)}`, { isPublic: true, message })) counts.presses += 1;
        });
      }
    },
  };
}
