import { describe, expect, test } from 'vitest';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';
import { places, remarks, terms } from './read.ts';

/** A table of cells that bars separate, one row a line. */
const table = (...[header = '', ...rows]: string[]) =>
  [header, header.replace(/[^|]*(\||$)/g, '---$1'), ...rows].map((row) => `| ${row} |`).join('\n');

describe('a table', () => {
  test('names its terms in the first column and explains them in the second', () => {
    expect(terms(table('Name|What', '**Pod**|the *smallest* unit', '`etcd`|a [store](x)'))).toEqual([
      'Pod = the smallest unit',
      'etcd = a store',
    ]);
    expect(places(`## 命令\n\n${table('命令|作用', '`docker ps`|查看容器')}`)).toEqual(['5 table: 命令 › docker ps']);
  });

  test('tells by its header which column is a name and which the definition', () => {
    expect(terms(table('术语|译名|说明', 'Pod|容器组|最小的部署单位'))).toEqual(['Pod | 容器组 = 最小的部署单位']);
    expect(terms(table('Object|Since|Short name|Description', 'Pod|1.0|po|the smallest unit'))).toEqual(['Pod | po = the smallest unit']);
    expect(terms(table('#|Term|Definition', '1|Pod|the smallest unit'))).toEqual(['Pod = the smallest unit']);
    expect(terms(table('Term|Meaning|Example', 'Tag|names an image|`nginx:1.27`'))).toEqual(['Tag = names an image']);
  });

  test('of names adds them to terms that the note explains elsewhere', () => {
    expect(terms(`* Taint: keeps Pods away\n\n${table('English|中文', 'Taint|污点')}`)).toEqual(['Taint | 污点 = keeps Pods away']);
    expect(remarks(table('English|中文', 'Taint|污点'))).toEqual(['3: “Taint” has no definition.']);
  });

  test('says in a body what its other columns say, under their headers', () => {
    const bodies = (text: string) => parseNote({ path: 'a.md', text }).terms.map(({ body }) => body);
    expect(bodies(table('Name|What|Port|Owner', 'Gateway|our door|8443|Team Red.', 'Mailer|sends mail||'))).toEqual([
      'Port: 8443. Owner: Team Red.',
      undefined,
    ]);
    expect(bodies(table('名称|说明|端口|负责人', '网关|我们的门|8443|红队'))).toEqual(['端口：8443。负责人：红队。']);
  });

  test('that compares things is skipped', () => {
    expect(terms(table('|Docker|虚拟机', '启动|快|慢'))).toEqual([]);
    expect(remarks(table('|Docker|虚拟机', '启动|快|慢'))).toEqual([
      expect.stringContaining('1: A table of which no column is a definition'),
    ]);
  });

  test('is remarked on row by row where a row gives no term', () => {
    expect(remarks(table('Name|What', '|nothing', 'Pod|', 'Pod, Node|two things'))).toEqual([
      '3: A table row without a name.',
      '4: “Pod” has no definition.',
      '5: “Pod, Node” names more than one thing: give each its own line.',
    ]);
  });
});
