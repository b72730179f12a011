import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/config.ts';

/** The settings of a program that keeps its data, and has its own notes, in these folders. */
export function configFor({ dataDir, contentDir }: { readonly dataDir: string; readonly contentDir?: string }): Config {
  return {
    contentDir,
    dataDir,
    databaseUrl: undefined,
    language: 'en',
    command: 'k8s',
    zone: 'Asia/Shanghai',
    memory: { retention: 0.9 },
    host: '127.0.0.1',
    port: undefined,
    web: { publicUrl: undefined, secretKey: undefined },
    logLevel: 'info',
    slack: undefined,
    discord: undefined,
    shippedContent: fileURLToPath(new URL('../../content', import.meta.url)),
  };
}
