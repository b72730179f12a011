import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askerOf, ENTRIES, entry } from '../../support/search-entries.ts';

const ask = askerOf();

describe('a misspelt term', () => {
  test.each([
    ['what is a kublet', 'kubelet', 'kubelet'],
    ['kubelett', 'kubelet', 'kubelet'],
    ['what is the ingerss in kubernetes', 'ingress', 'ingress'],
    ['什么是 ingrss', 'ingress', 'ingress'],
  ])('is mended by its letters: %s', (question, id, mended) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: [id], mended: [mended] });
  });

  test.each(['statefull set', 'what is a state full sett?', 'staetful-set'])('is mended with its neighbours: %s', (question) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: ['stateful-set'], mended: ['statefulset'] });
  });

  test.each([
    ['horizontal pod autoscalar', 'hpa'],
    ['what is a horizontl pod autoscaler', 'hpa'],
    ['what is a persistant volume claim', 'persistent-volume-claim'],
    ['what is a persistent volum', 'persistent-volume'],
  ])('is mended as part of a longer name: %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: [id] });
  });

  test.each(['servic', 'what is an imag', 'kubernets'])(
    'is mended where it only lacks its end, though its stem stands in the notes: %s',
    (question) => {
      expect(ask(question)).toMatchObject({ kind: 'answer', mended: [expect.stringMatching(/^(?:service|image|kubernetes)$/)] });
    },
  );

  test.each(['静像是什么', '镜相有什么用', '请问竟像是什么'])('is mended by its sound: %s', (question) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: ['image'], mended: ['镜像'] });
  });

  test.each([
    ['持久券声明', 'persistent-volume-claim'],
    ['网落策略是什么', 'network-policy'],
    ['什么是有状态副本机', 'stateful-set'],
    ['节点代里', 'kubelet'],
  ])('is mended where one character of it is wrong: %s', (question, id) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', ids: [id] });
  });

  test('is mended beside another one', () => {
    expect(ask('statefulsett vs deploymentt')).toMatchObject({
      ids: ['stateful-set', 'deployment'],
      mended: ['statefulset', 'deployment'],
    });
    expect(ask('静像和集裙的区别')).toMatchObject({ ids: ['image', 'cluster'], mended: ['镜像', '集群'] });
  });

  test('that an author listed reaches its concept, and nothing had to be mended', () => {
    expect(ask('ectd')).toMatchObject({ kind: 'answer', ids: ['etcd'], mended: [] });
    expect(ask('what is a cubelet?')).toMatchObject({ kind: 'answer', ids: ['kubelet'] });
  });
});

describe('a word that is right as it stands', () => {
  test.each(['port', 'police', 'imagine', 'serve', 'lapel', 'noted', 'sect', 'pond'])('is never mended: %s', (word) => {
    for (const question of [word, `what is a ${word}`, `什么是 ${word}`])
      expect(ask(question)).toMatchObject({ kind: 'unknown', mended: [] });
  });

  test.each(['景象是什么', '美丽的景象', '什么是景象'])('is never mended, however it sounds: %s', (question) => {
    expect(ask(question)).toMatchObject({ kind: 'unknown', mended: [] });
  });

  test('is never mended in the company of others', () => {
    const words = fc.constantFrom(
      'the',
      'police',
      'note',
      'serves',
      'my',
      'port',
      'with',
      'a',
      'label',
      'pictures',
      'poor',
      'imagine',
      'cluster',
      'secrets',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (question) => {
        expect(ask(question.join(' ')).mended).toEqual([]);
      }),
    );
  });
});

describe('a name that is right as it stands', () => {
  // 插件是 and 事件是 hold the sound of 监视, 云提供商有 that of 上游, and 是简库 that of 事件.
  const names = ['监视', '插件', '事件', '上游', '云提供商', '简库'];
  const askThese = askerOf(names.map((name) => entry(name, [name])));
  const frames = ['X是什么', '什么是X', 'X是干什么用的', 'X有什么用', '请问X是什么意思？'];

  test.each(frames)('is never cut in two by the sound of another: %s', (frame) => {
    const findings = names.map((name) => askThese(frame.replace('X', name)));
    expect(findings.map(({ ids, mended }) => [ids, mended])).toEqual(names.map((name) => [[name], []]));
  });

  test('is never mended, whatever frame it stands in', () => {
    const all = ENTRIES.flatMap((one) => one.names);
    const anyFrame = fc.constantFrom(...frames, 'X', 'what is a X?', 'tell me about X please', 'X in kubernetes', 'K8s 里的X是啥');
    fc.assert(
      fc.property(fc.constantFrom(...all), anyFrame, (name, frame) => {
        expect(ask(frame.replace('X', name)).mended).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an ordinary Chinese sentence', () => {
  const names = ['监视', '插件', '清单', '上游', '层缓存', '云厂商', '开发者', '调度器', '镜像', '持久卷', '事件', '网络策略'];
  const askThese = askerOf(names.map((name) => entry(name, [name])));

  test.each([
    '集装箱上的那个软件是做什么的',
    '应该填一张什么申请单',
    '我手上有两个苹果',
    '三级缓存解决了没有',
    '监控厂商的哥们来了',
    '在家拿开发板折腾',
    '火车调度员累不累',
    '目标是坚持',
    '网络战略是什么',
  ])('is not mended, though a part of it sounds like a name or nearly is one: %s', (question) => {
    expect(askThese(question)).toMatchObject({ kind: 'unknown', mended: [] });
  });

  test('is not mended across its marks', () => {
    expect(askThese('基础比较差，见笑了').mended).toEqual([]);
    expect(askThese('静，像').mended).toEqual([]);
    expect(askThese('静-像').mended).toEqual(['镜像']);
  });

  test('may still hold a name with one wrong character that sounds nearly right', () => {
    expect(askThese('调度气是什么').mended).toEqual(['调度器']);
    expect(askThese('请问持久券的作用').mended).toEqual(['持久卷']);
    expect(askThese('调度狗是什么').mended).toEqual([]);
  });
});

test('a word that stands in the notes is not taken for a misspelt name', () => {
  const askThese = askerOf([
    entry('ingress', ['Ingress'], { definitions: ['Not to be mixed up with ingresz.'] }),
    entry('egress', ['egress']),
  ]);
  expect(askThese('what is ingresz')).toMatchObject({ mended: [] });
  expect(askThese('what is ingrezz')).toMatchObject({ ids: ['ingress'], mended: ['ingress'] });
});
