/** What people say, in small letters, to end something that comes by itself. */
export const OFF_WORDS: readonly string[] = [
  ...['off', 'stop', 'no', 'remove', 'cancel'],
  ...['关', '关闭', '关掉', '取消', '停止', '停', '不用', '不要', '關', '關閉', '關掉'],
];
