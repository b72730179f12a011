/** How something is drawn: what fills it, what is around it, and the letters in it. */
export interface Paint {
  readonly fill: string;
  readonly border: string;
  readonly text: string;
}

/** How much something stands out; `plain` where nothing is highlighted. */
export type Emphasis = 'chosen' | 'plain' | 'dimmed';

/** All colours, as `#rrggbb`. Whatever is read has a contrast of at least 4.5 with what it stands on. */
export interface Theme {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly nodes: Readonly<Record<Emphasis, Paint>>;
  /** Lines and their heads. */
  readonly lines: Readonly<Record<Emphasis, string>>;
  readonly labels: Readonly<Record<Emphasis, string>>;
  /** Boxes around nodes; by turns, so that one inside another is seen. */
  readonly groups: readonly [string, string];
  readonly groupBorders: Readonly<Record<Emphasis, string>>;
  readonly bar: string;
  readonly track: string;
  /** From nothing known to all known. */
  readonly ramp: readonly [string, string, string, string, string];
}

export const THEMES = {
  light: {
    background: '#ffffff',
    text: '#1f2328',
    muted: '#59636e',
    nodes: {
      chosen: { fill: '#0959ba', border: '#062f66', text: '#ffffff' },
      plain: { fill: '#e3efff', border: '#0969da', text: '#1f2328' },
      dimmed: { fill: '#f4f6f8', border: '#c3cad2', text: '#616a74' },
    },
    lines: { chosen: '#0959ba', plain: '#57606a', dimmed: '#c3cad2' },
    labels: { chosen: '#0959ba', plain: '#424a53', dimmed: '#616a74' },
    groups: ['#f4f6f8', '#ffffff'],
    groupBorders: { chosen: '#0959ba', plain: '#b6bec8', dimmed: '#d5dae0' },
    bar: '#2b80d4',
    track: '#e9edf1',
    ramp: ['#eaf4ff', '#b6dcff', '#7cbdf7', '#1f6fc0', '#0b4487'],
  },
  dark: {
    background: '#1a1d21',
    text: '#e6edf3',
    muted: '#9aa4b0',
    nodes: {
      chosen: { fill: '#8cc8ff', border: '#d6ebff', text: '#0b1b33' },
      plain: { fill: '#15305a', border: '#4493f8', text: '#e6edf3' },
      dimmed: { fill: '#23282f', border: '#454d57', text: '#98a2ae' },
    },
    lines: { chosen: '#8cc8ff', plain: '#9aa4b0', dimmed: '#454d57' },
    labels: { chosen: '#a5d3ff', plain: '#c3ccd6', dimmed: '#98a2ae' },
    groups: ['#22272e', '#1a1d21'],
    groupBorders: { chosen: '#8cc8ff', plain: '#57606a', dimmed: '#373e47' },
    bar: '#3b82d9',
    track: '#2b313a',
    ramp: ['#15263b', '#1b3f6b', '#2159a0', '#6fb3f7', '#b9dcff'],
  },
} as const satisfies Readonly<Record<string, Theme>>;

export type ThemeName = keyof typeof THEMES;

/** How well one colour is read on another, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white, whichever is read better on a colour: at least 4.58 on any. */
export const inkOn = (fill: string): string => (contrast(fill, '#000000') > contrast(fill, '#ffffff') ? '#000000' : '#ffffff');

/** The colour of a share (0 to 1) on a ramp of colours. */
export function onRamp(ramp: readonly string[], share: number): string {
  const place = Math.max(0, Math.min(1, share)) * (ramp.length - 1);
  const step = Math.min(ramp.length - 2, Math.floor(place));
  const [from, to] = [channels(ramp[step] ?? ''), channels(ramp[step + 1] ?? '')];
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * (place - step)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
