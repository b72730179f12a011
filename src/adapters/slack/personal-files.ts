import type { WebClient } from '@slack/web-api';
import { StoreError } from '../../core/errors.ts';
import type { PersonalFiles } from '../../core/ports.ts';
import { slackCode } from './errors.ts';

/** Codes after which the same file may be deleted later: https://docs.slack.dev/reference/methods/files.delete#errors */
const LATER = new Set(['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
const GONE = new Set(['file_deleted', 'file_not_found']);

/** Deletes old files of people's own figures in a workspace. Never rejects: what is left is deleted the next time. */
export async function deleteOldFiles(
  team: string,
  client: WebClient,
  { personalFiles, onFailure }: { readonly personalFiles: PersonalFiles; readonly onFailure: (error: unknown) => void },
): Promise<void> {
  try {
    for (const file of await personalFiles.overdue(`slack:${team}`)) {
      if (await isDeleted(file, client, onFailure)) await personalFiles.remove(`slack:${team}`, file);
    }
  } catch (error) {
    if (!(error instanceof StoreError)) onFailure(error);
  }
}

/** Whether there is no use in trying again. */
async function isDeleted(file: string, client: WebClient, onFailure: (error: unknown) => void): Promise<boolean> {
  try {
    await client.files.delete({ file });
    return true;
  } catch (error) {
    const code = slackCode(error);
    if (code === undefined || LATER.has(code)) return false;
    if (!GONE.has(code)) onFailure(error);
    return true;
  }
}
