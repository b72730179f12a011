import type { Context } from '../command.ts';
import type { Intent } from '../intent.ts';
import type { Button, Reply } from '../reply.ts';
import { zoneLabel } from '../schedule/describe.ts';
import { zonesToOffer } from '../schedule/zones.ts';

/** As many as one looks through. */
const MOST = 10;

/** Asks by whose clock something is to be done; choosing a zone sends its intent. Where no zone fits, those are offered that most people live in. */
export function askZone(fitting: readonly string[], intentFor: (zone: string) => Intent, context: Context): Reply {
  const { words, services, language } = context;
  const zones = fitting.length > 0 ? fitting : zonesToOffer(services.zone, language);
  return {
    summary: words.whichZone,
    blocks: [
      { kind: 'prose', text: words.whichZone },
      { kind: 'buttons', buttons: zoneButtons(zones.slice(0, MOST), intentFor, context) },
    ],
  };
}

/** A button for each zone, on which its clock stands. */
export const zoneButtons = (zones: readonly string[], intentFor: (zone: string) => Intent, { services, language }: Context): Button[] =>
  zones.map((zone) => ({ label: zoneLabel(zone, services.now(), language), intent: intentFor(zone) }));
