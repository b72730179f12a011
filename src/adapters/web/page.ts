import { html } from 'hono/html';
import type { Words } from '../../core/i18n/words.ts';
import { ASSETS } from './assets.ts';
import { PEOPLE, PLACES, VIEWS } from './protocol.ts';

/** The page as it is before its script has run; every text in it has a name, by which the script says it in another language. */
export function pageHtml(words: Words) {
  const said = words.playground;
  return html`<!doctype html>
<html lang="${words.htmlLanguage}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>kubetutor</title>
    <link rel="icon" href="${ASSETS}icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${ASSETS}page.css" />
    <link rel="stylesheet" href="${ASSETS}chat.css" />
    <link rel="stylesheet" href="${ASSETS}views.css" />
    <script type="module" src="${ASSETS}main.js"></script>
  </head>
  <body>
    <a class="skip" href="#text" data-word="skip">${said.skip}</a>
    <header>
      <h1><img src="${ASSETS}icon.svg" alt="" width="24" height="24" />kubetutor</h1>
      <div id="views" role="tablist" aria-label="${said.shownAs}" data-label="shownAs">
        ${VIEWS.map(
          (view, at) => html`<button
            type="button"
            role="tab"
            id="view-${view}"
            aria-controls="said"
            aria-selected="${String(at === 0)}"
            tabindex="${at === 0 ? 0 : -1}"
            data-word="${view}"
          >
            ${said[view]}
          </button>`,
        )}
      </div>
      <div class="choices">
        <button type="button" id="language" lang="${said.otherLanguageCode}" data-word="otherLanguage">${said.otherLanguage}</button>
        <button type="button" id="theme" aria-pressed="false" data-word="dark">${said.dark}</button>
      </div>
    </header>
    <aside>
      <fieldset id="places">
        <legend data-word="where">${said.where}</legend>
        ${PLACES.map(
          (place, at) => html`<label
            ><input type="radio" name="place" value="${place}" ${at === 0 ? 'checked' : ''} /><span data-word="${place}">${said[place]}</span></label
          >`,
        )}
      </fieldset>
      <fieldset id="people">
        <legend data-word="who">${said.who}</legend>
        ${PEOPLE.map(
          ({ id, name }, at) => html`<label
            ><input type="radio" name="person" value="${id}" ${at === 0 ? 'checked' : ''} /><span class="who-${id}">${name}</span></label
          >`,
        )}
      </fieldset>
      <p id="about" data-word="about">${said.about}</p>
    </aside>
    <main>
      <noscript><p>${said.noScript}</p></noscript>
      <div id="said" role="tabpanel" aria-labelledby="view-slack" tabindex="0">
        <section id="welcome">
          <h2 data-word="welcome">${said.welcome}</h2>
          <p data-word="welcomeHow">${said.welcomeHow}</p>
          <ul id="examples" class="buttons"></ul>
        </section>
        <ol id="messages"></ol>
      </div>
      <p id="status" role="status" class="unseen"></p>
      <p id="notice" role="alert" hidden></p>
      <dialog id="form" aria-labelledby="form-title">
        <form method="dialog">
          <h2 id="form-title"></h2>
          <label for="form-text" id="form-label"></label>
          <p id="form-hint"></p>
          <textarea id="form-text" rows="4" aria-describedby="form-hint"></textarea>
          <div class="buttons">
            <button type="submit" value="send" id="form-send"></button>
            <button type="submit" value="" formnovalidate id="form-cancel"></button>
          </div>
        </form>
      </dialog>
      <form id="ask">
        <label for="text" class="unseen" data-word="ask">${said.ask}</label>
        <textarea id="text" rows="1" maxlength="4000" autocomplete="off" placeholder="${said.ask}" data-placeholder="ask"></textarea>
        <button type="submit" data-word="send">${said.send}</button>
      </form>
    </main>
  </body>
</html>`;
}
