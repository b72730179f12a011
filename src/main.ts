import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Starting is mostly reading our own code: Node keeps it compiled from the second start on, where it may write.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/kubetutor', import.meta.url)));

const { runCommandLine } = await import('./cli/program.ts');
await runCommandLine(process.argv);
