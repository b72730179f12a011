import type { ServerResponse } from 'node:http';
import { LANGUAGES } from '../../core/content/schema.ts';
import { wordsIn } from '../../core/i18n/words.ts';

/** Tells whoever has installed the app for a whole organization that it works in single workspaces only, and what to do. */
export function refuseOrganization(response: ServerResponse): void {
  const told = LANGUAGES.map((language) => {
    const { htmlLanguage, organizationTitle, organizationHow, organizationInstall } = wordsIn(language);
    const link = `<a href="install">${organizationInstall}</a>`;
    return `<section lang="${htmlLanguage}"><h1>${organizationTitle}</h1><p>${organizationHow}</p><p>${link}</p></section>`;
  });
  response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><meta charset="utf-8"><title>kubetutor</title>${told.join('')}`);
}
