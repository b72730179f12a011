import type { SimBot } from './bots.ts';
import type { Channel } from './channels.ts';
import type { History } from './history.ts';
import type { Luck } from './luck.ts';
import { DAY, HOUR, MINUTE, SECOND, type Timeline } from './timeline.ts';

interface TroubledWorld {
  readonly timeline: Timeline;
  readonly luck: Luck;
  readonly bots: readonly SimBot[];
  readonly channels: readonly Channel[];
  /** Whether a platform is down, for each of them. */
  readonly outages: readonly History<boolean>[];
  /** How often a clock leaps, or a bot dies, while a call is on its way: a share of 1. */
  readonly strikes: number;
  onAllowedAgain(channel: Channel): void;
}

/** What befalls bots and platforms, for ever. */
export function createTroubles({ timeline, luck, bots, channels, outages, strikes, onAllowedAgain }: TroubledWorld) {
  const counts = { deaths: 0, leaps: 0, outages: 0 };
  const again = (least: number, most: number, happen: () => void): void => {
    timeline.at(timeline.now() + luck.between(least, most), () => {
      happen();
      again(least, most, happen);
    });
  };
  const outage = (isDown: History<boolean>): void => {
    if (isDown.at(timeline.now())) return;
    counts.outages += 1;
    isDown.set(timeline.now(), true);
    timeline.at(timeline.now() + luck.pick([luck.between(1, 30) * MINUTE, luck.between(1, 9) * HOUR]), () =>
      isDown.set(timeline.now(), false),
    );
  };
  const leap = (): void => {
    const size = luck.pick([luck.between(1, 180) * SECOND, luck.between(3, 150) * MINUTE, luck.between(3, 72) * HOUR]);
    const ahead = luck.happens(0.5) ? size : -size;
    counts.leaps += 1;
    // Bots on one machine share its clock.
    const leaping = luck.happens(0.5) ? bots : [luck.pick(bots)];
    for (const bot of leaping) bot.setClock(ahead);
    timeline.at(timeline.now() + luck.pick([luck.between(1, 600) * SECOND, luck.between(10, 360) * MINUTE]), () => {
      for (const bot of leaping) bot.setClock(luck.between(-2, 2) * SECOND);
    });
  };
  const forbid = (): void => {
    const channel = luck.pick(channels);
    if (channel.isForbidden.at(timeline.now())) return;
    channel.isForbidden.set(timeline.now(), true);
    timeline.at(timeline.now() + luck.between(1, 72) * HOUR, () => {
      channel.isForbidden.set(timeline.now(), false);
      onAllowedAgain(channel);
    });
  };
  return {
    counts,
    begin(): void {
      for (const bot of bots) again(MINUTE, 8 * HOUR, () => bot.kill(luck.between(0, 60)));
      for (const isDown of outages) again(DAY, 40 * DAY, () => outage(isDown));
      again(DAY, 20 * DAY, leap);
      again(HOUR, 4 * DAY, forbid);
      again(10 * DAY, 40 * DAY, () => bots.forEach((bot) => void bot.kill(0)));
    },
    /** A call is on its way to a platform: now would be the worst time. */
    onCall(): void {
      if (luck.happens(strikes)) leap();
      if (luck.happens(strikes)) luck.pick(bots).kill(luck.between(0, 3));
    },
    /** A bot has died: it is started again, mostly at once. */
    onDeath(bot: SimBot): void {
      counts.deaths += 1;
      const pause = luck.happens(0.97) ? luck.between(1, 90) * SECOND : luck.between(1, 600) * MINUTE;
      timeline.at(timeline.now() + pause, () => bot.start());
    },
  };
}
