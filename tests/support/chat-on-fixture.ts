import { chat } from '../../src/adapters/terminal/index.ts';
import { createPaper } from '../../src/adapters/terminal/paper.ts';
import { answer, tutorFor } from './bot.ts';

// The chat on a few notes and this process's own terminal, for tests in a pseudo-terminal: it starts sooner than the program.
const { bot } = tutorFor({ findings: { 'what is kubelet': answer('kubelet'), 'kubelet 是什么': answer('kubelet') } });
const { stdin: input, stdout: output } = process;
await chat({ bot, input, output, paper: createPaper(output), language: 'en', commandName: 'k8s', concepts: 7 });
