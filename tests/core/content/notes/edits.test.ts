import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchIdentities } from '../../../../src/core/content/notes/identity.ts';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';
import { placeOf, type Remembered, type Unnamed } from '../../../../src/core/content/notes/remembered.ts';

/** A term as its author thinks of it: the same one, whatever is written of it. */
interface Term {
  readonly author: number;
  name: string;
  translation?: string;
  words: string[];
}

interface Section {
  file: string;
  heading: string;
  style: (term: Term) => string;
  terms: Term[];
}

const NAMES = [
  'kubelet¦kube-proxy¦scheduler¦Deployment¦StatefulSet¦DaemonSet¦Ingress¦ConfigMap¦Secret¦namespace¦Dockerfile¦registry¦repository¦volume',
  'annotation¦toleration¦taint¦affinity¦CronJob¦Pod¦Service¦node¦image¦label¦etcd¦Helm¦镜像仓库¦探针¦控制平面¦污点¦命名空间¦滚动更新¦调度器',
].flatMap((names) => names.split('¦'));
const NEW_NAMES = 'autoscaler¦finalizer¦sidecar¦container runtime¦operator¦webhook¦持久卷¦配额¦亲和性¦工作负载'.split('¦');
const HEADINGS = 'Docker¦Basics¦网络¦存储¦Workloads¦Security¦调度¦Storage¦Observability¦集群'.split('¦');
const WORDS = (
  'agent starts keeps watches reports network rules stored cluster machine template read-only runs inside group address stable traffic routes copies ' +
  'version upgrade image layer secret password file mounted directory temporary permanent request limit memory central decides where when fails again ' +
  '容器 进程 隔离 模板 节点 网络 地址 存储 目录 密码 配置 版本 升级 副本 调度 策略 资源 限制 集群 状态 数据库 入口 转发 健康 检查 重启 命令'
).split(' ');
const STYLES: readonly Section['style'][] = [
  ({ name, translation, words }) => `* ${name}${translation ? `，${translation}` : ''}：${words.join(' ')}\n`,
  ({ name, translation, words }) => `- **${name}**${translation ? ` (${translation})` : ''}: ${words.join(' ')}\n`,
  ({ name, translation, words }) => `### ${name}${translation ? `（${translation}）` : ''}\n${words.join(' ')}\n\n`,
  ({ name, translation, words }) => `**${name}**${translation ? `（${translation}）` : ''}：${words.join(' ')}\n\n`,
];

/** Draws a number below a limit. */
type Draw = (limit: number) => number;
const pick = <Value>(values: readonly Value[], draw: Draw): Value => values[draw(values.length)] as Value;
const sentence = (draw: Draw): string[] => Array.from({ length: 8 + draw(10) }, () => pick(WORDS, draw));

function draft(draw: Draw): Section[] {
  authors = 0;
  const names = NAMES.toSorted(() => draw(3) - 1);
  return Array.from({ length: 1 + draw(4) }, (_, index) => ({
    file: `${pick('ab'.split(''), draw)}.md`,
    heading: `${HEADINGS[index]}`,
    style: pick(STYLES, draw),
    terms: names.splice(0, 1 + draw(7)).map((name): Term => ({ author: authors++, name, words: sentence(draw) })),
  }));
}
let authors = 0;

/** What authors do to one term. */
const TERM_EDITS: readonly ((term: Term, draw: Draw) => void)[] = [
  function mendTypingError(term, draw) {
    // A number tells one neighbour from another: see addNeighbour.
    const [word = ''] = term.name.split(/ \d/);
    const at = 1 + draw(word.length - 1);
    const ways = [word.slice(0, at) + word.slice(at + 1), `${word.slice(0, at)}e${word.slice(at)}`];
    const mended = pick(ways, draw);
    if (mended.length > 1) term.name = mended + term.name.slice(word.length);
  },
  function editDefinition(term, draw) {
    term.words[draw(term.words.length)] = pick(WORDS, draw);
  },
  function writeDefinitionAnew(term, draw) {
    term.words = sentence(draw);
  },
  function translate(term) {
    const number = String(term.author).replace(/\d/g, (digit) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(digit)));
    term.translation = /\p{Script=Han}/u.test(term.name) ? `the ${term.author}th` : `译名${number}`;
  },
];

/** What authors do to a note. */
const NOTE_EDITS: readonly ((sections: Section[], draw: Draw) => void)[] = [
  function moveToAnotherFile(sections, draw) {
    pick(sections, draw).file = 'moved.md';
  },
  function renameHeading(sections, draw) {
    pick(sections, draw).heading = `${pick(HEADINGS, draw)} more`;
  },
  function splitSection(sections, draw) {
    const section = pick(sections, draw);
    const terms = section.terms.splice(Math.ceil(section.terms.length / 2));
    sections.push({ ...section, heading: `${section.heading} II`, terms });
  },
  function reorder(sections, draw) {
    for (const section of sections) section.terms.sort(() => draw(3) - 1);
    sections.sort(() => draw(3) - 1);
  },
  function changeStyle(sections, draw) {
    pick(sections, draw).style = pick(STYLES, draw);
  },
  function addNeighbour(sections, draw) {
    // A name that was there before would bring a vanished concept back.
    const author = authors++;
    pick(sections, draw).terms.push({ author, name: `${pick(NEW_NAMES, draw)} ${author}`, words: sentence(draw) });
  },
  function removeNeighbour(sections, draw) {
    const { terms } = pick(sections, draw);
    if (terms.length > 1) terms.splice(draw(terms.length), 1);
  },
  function exchangeDefinitions(sections, draw) {
    const terms = sections.flatMap((section) => section.terms);
    const [one, other] = [pick(terms, draw), pick(terms, draw)];
    [one.words, other.words] = [other.words, one.words];
  },
];

/** The concepts that the loader reads out of the notes, and whose each is. */
function load(sections: readonly Section[]): { fresh: Unnamed[]; authorOf: number[] } {
  const owners = new Map(sections.flatMap(({ terms }) => terms.map((term) => [term.name, term.author] as const)));
  const files = Map.groupBy(sections, ({ file }) => file);
  const fresh = [...files].flatMap(([path, parts]) => {
    const text = parts.map(({ heading, style, terms }) => `## ${heading}\n\n${terms.map(style).join('')}\n`).join('\n');
    return parseNote({ path, text }).terms.map(
      ({ names, definition, context }): Unnamed => ({ names: names.map((name) => name.text), definition, place: placeOf(path, context) }),
    );
  });
  return { fresh, authorOf: fresh.map(({ names: [name] }) => owners.get(name ?? '') ?? -1) };
}

function editOnce(sections: Section[], draw: Draw): void {
  if (draw(2) === 0) {
    pick(NOTE_EDITS, draw)(sections, draw);
    return;
  }
  // Each term is changed in one way at a time, several terms at once.
  const changed = sections.flatMap(({ terms }) => terms).filter(() => draw(4) === 0);
  for (const term of changed) pick(TERM_EDITS, draw)(term, draw);
}

describe('the ids of a note’s own concepts', () => {
  test('live on over thousands of edits', () => {
    let edits = 0;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const draw: Draw = (limit) => (numbers.next().value ?? 0) % limit;
        const sections = draft(draw);
        let remembered: readonly Remembered[] = [];
        const idOf = new Map<number, string>();
        for (let round = 0; round < 12; round++, edits++) {
          const { fresh, authorOf } = load(sections);
          const identities = matchIdentities(fresh, remembered, new Set(['pod', 'kubelet']));
          for (const [index, author] of authorOf.entries()) {
            expect([author, identities.ids[index]]).toEqual([author, idOf.get(author) ?? identities.ids[index]]);
            idOf.set(author, identities.ids[index] ?? '');
          }
          expect(new Set(idOf.values()).size).toBe(idOf.size);
          remembered = identities.remembered;
          editOnce(sections, draw);
        }
      }),
      { numRuns: 175 },
    );
    expect(edits).toBeGreaterThanOrEqual(2_000);
  });
});
