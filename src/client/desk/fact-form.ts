import words from 'words:desk';
import { deskFacts, type DeskFact } from '../../desk/draft.ts';
import type { Reading } from '../../desk/reading.ts';
import { all, el } from '../dom.ts';
import { part } from './setting.ts';
import { change, current } from './state.ts';

/** The form of facts: what was read stands in it, and what is typed is held to the rules of front matter. */

type Field = HTMLInputElement | HTMLSelectElement;

const fields = (): Field[] => all<Field>('[data-fact]', part('.desk-facts'));
const factOf = (field: Field): DeskFact => field.dataset['fact'] as DeskFact;

function fieldFor(fact: DeskFact): HTMLElement {
  const id = `desk-fact-${fact}`;
  const shared = { id, 'data-fact': fact, 'aria-describedby': `${id}-wrong` };
  const field =
    fact === 'rights'
      ? el(
          'select',
          shared,
          ...(['open', 'quoted', 'restricted'] as const).map((value) => el('option', { value }, words.rights[value])),
        )
      : el('input', { ...shared, type: 'text', dir: 'auto', autocomplete: 'off', spellcheck: 'false' });
  const label = el('label', { for: id }, words.facts[fact]);
  return el('p', {}, label, field, el('span', { class: 'desk-wrong', id: `${id}-wrong`, lang: 'en' }));
}

export function buildForm(): void {
  const form = part('.desk-facts form');
  form.replaceChildren(...deskFacts.map(fieldFor));
  form.addEventListener('submit', (event) => event.preventDefault());
  // One step for each visit to a field.
  let visited: Field | null = null;
  form.addEventListener('focusin', () => (visited = null));
  form.addEventListener('input', ({ target }) => {
    const field = target as Field;
    change({ ...current(), facts: { ...current().facts, [factOf(field)]: field.value } }, visited === field);
    visited = field;
  });
}

/** Shows what was read, but for the field that is being typed in. */
export function showForm({ form, problems }: Reading): void {
  for (const field of fields()) {
    const fact = factOf(field);
    const problem = problems.find((each) => each.fact === fact);
    field.setAttribute('aria-invalid', String(problem !== undefined));
    const wrong = part(`#desk-fact-${fact}-wrong`);
    wrong.textContent = problem ? `${problem.message} ${problem.hint}` : '';
    const typed = current().facts[fact];
    if (field !== document.activeElement && form) field.value = problem ? (typed ?? '') : form[fact];
  }
}
