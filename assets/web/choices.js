/**
 * Tabs of which one is chosen, by pointer or by the arrow keys: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 *
 * @param {HTMLElement} list
 * @param {(chosen: HTMLElement) => void} onChoose
 */
export function tabs(list, onChoose) {
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('[role=tab]'))];
  /** @param {HTMLElement} chosen */
  const choose = (chosen) => {
    for (const tab of all) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    onChoose(chosen);
  };
  for (const tab of all) tab.addEventListener('click', () => choose(tab));
  list.addEventListener('keydown', ({ key }) => {
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[key];
    const next = to === undefined ? undefined : all.at(to % all.length);
    if (!next) return;
    next.focus();
    choose(next);
  });
}

/**
 * A button that changes between light and dark, and remembers it; at first it is as the system is.
 *
 * @param {HTMLElement} button
 */
export function themes(button) {
  const isDarkSystem = matchMedia('(prefers-color-scheme: dark)').matches;
  /** @param {boolean} isDark */
  const apply = (isDark) => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    button.setAttribute('aria-pressed', String(isDark));
  };
  const kept = localStorage.getItem('theme');
  apply(kept === null ? isDarkSystem : kept === 'dark');
  button.addEventListener('click', () => {
    const isDark = document.documentElement.dataset.theme !== 'dark';
    localStorage.setItem('theme', isDark ? 'dark' : 'light');
    apply(isDark);
  });
}

/**
 * Says the page in a language: each text in it has the name of its words.
 *
 * @param {'en' | 'zh'} language
 * @param {Record<string, string>} words
 */
export function sayIn(language, words) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  const named = (/** @type {string} */ name) => words[name] ?? '';
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-word]'))) {
    element.textContent = named(element.dataset.word ?? '');
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-label]'))) {
    element.setAttribute('aria-label', named(element.dataset.label ?? ''));
  }
  for (const element of /** @type {NodeListOf<HTMLTextAreaElement>} */ (document.querySelectorAll('[data-placeholder]'))) {
    element.placeholder = named(element.dataset.placeholder ?? '');
  }
}
