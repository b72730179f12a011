import { expect, test } from 'vitest';
import { soundKey, soundsNearly } from '../../../src/core/search/sound.ts';

test.each([
  ['静像', '镜像'],
  ['容气', '容器'],
  ['只点', '指点'],
  ['k8s几群', 'k8s集群'],
])('%s sounds like %s, whatever the tone', (one, other) => {
  expect(soundKey(one)).toBe(soundKey(other));
});

test.each([
  ['镜像', '影像'],
  ['西安', '先'],
  ['k8s集群', 'k3s集群'],
  ['调度', '调度器'],
])('%s does not sound like %s', (one, other) => {
  expect(soundKey(one)).not.toBe(soundKey(other));
});

test('a character is read alike in whatever name it stands', () => {
  // 重 and 行 have two readings each; a guess by the neighbours would tell the misspelt from the right name.
  expect(soundKey('重启')).toBe(soundKey('重') + soundKey('启'));
  expect(soundKey('运行时')).toBe(soundKey('运') + soundKey('行') + soundKey('时'));
});

test('two names sound nearly alike when each character ends as its counterpart does', () => {
  expect(soundsNearly('持久券', '持久卷')).toBe(true);
  expect(soundsNearly('静像', '进像')).toBe(true);
  expect(soundsNearly('调度员', '调度器')).toBe(false);
  expect(soundsNearly('层缓存', '级缓存')).toBe(false);
});
