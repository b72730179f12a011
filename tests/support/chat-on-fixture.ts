import { chat } from '../../src/adapters/terminal/index.ts';
import { answer, tutorFor } from './bot.ts';

// The chat on a few notes and this process's own terminal, for tests in a pseudo-terminal: it starts sooner than the program.
const { bot } = tutorFor({ findings: { 'what is kubelet': answer('kubelet'), 'kubelet 是什么': answer('kubelet') } });
await chat({ bot, input: process.stdin, output: process.stdout, language: 'en', commandName: 'k8s', concepts: 7 });
