import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../src/cli/metrics.ts';
import { openStore } from '../../src/store/store.ts';
import { temporaryDir } from '../support/databases.ts';

const pathOf = (name: string) => fileURLToPath(new URL(`../../deploy/observe/${name}`, import.meta.url));
const ALERTS = pathOf('alerts.yaml');

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: Readonly<Record<string, string>>;
}

const alerts = (parse(readFileSync(ALERTS, 'utf8')) as { groups: { rules: Alert[] }[] }).groups.flatMap(({ rules }) => rules);
const dashboard = JSON.parse(readFileSync(pathOf('dashboard.json'), 'utf8')) as {
  panels: { id: number; targets: { expr: string }[]; gridPos: object }[];
};
const expressions = [...alerts.map(({ expr }) => expr), ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))];
const namesIn = (expr: string) => expr.match(/\b(?:kubetutor|nodejs|process)_\w+/g) ?? [];

describe('what is watched', () => {
  test('exists: every figure that an alert or the dashboard names is one that the bot keeps', async () => {
    const metrics = createMetrics();
    const store = await openStore(temporaryDir(), { as: 'tool', now: () => new Date() });
    onTestFinished(() => store.close());
    metrics.watchingRecords(store.records);
    const kept = [...(await metrics.text()).matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
    );
    expect(kept).toEqual(expect.arrayContaining(expressions.flatMap(namesIn)));
  });

  test('has six alerts, each of which says what is the matter and what to do', () => {
    expect(alerts).toHaveLength(6);
    for (const { annotations } of alerts) expect(Object.keys(annotations)).toEqual(['summary', 'action']);
  });

  test('is shown in panels that do not lie upon each other', () => {
    const places = dashboard.panels.map(({ gridPos }) => JSON.stringify(gridPos));
    expect(new Set(places).size).toBe(places.length);
    expect(dashboard.panels.every(({ targets }) => targets.every(({ expr }) => namesIn(expr).length > 0))).toBe(true);
  });

  const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
  test.runIf(hasPromtool)('is what Prometheus can read (only where promtool is installed: Debian’s package prometheus)', () => {
    const { status, stderr } = spawnSync('promtool', ['check', 'rules', ALERTS], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});
