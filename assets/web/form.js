/** @import { Form } from '../../src/core/form.ts' */

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * Has a form filled in; resolves to what was written, or to nothing where one thinks better of it.
 *
 * @param {Form} form
 * @returns {Promise<string | undefined>}
 */
export function fillIn({ title, label, hint, longest, isOptional, send, cancel }) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('form'));
  const text = /** @type {HTMLTextAreaElement} */ (byId('form-text'));
  for (const [id, said] of Object.entries({ title, label, hint, send, cancel })) byId(`form-${id}`).textContent = said;
  Object.assign(text, { value: '', maxLength: longest, required: !isOptional });
  dialog.returnValue = '';
  dialog.showModal();
  text.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'send' ? text.value : undefined), { once: true });
  });
}
