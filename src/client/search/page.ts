import words from 'words:search';
import { all, el, noteAddress, one } from '../dom.ts';
import { showMarks } from '../pieces.ts';
import { Engine, stemmer, termsIn, type Found, type SearchEngine } from './engine.ts';
import { resultElement } from './result.ts';
import { filterNames, isFiltered, readState, writeState, type SearchState } from './state.ts';

/** The search page: results come as one types, and its address says what is shown. */

const form = one<HTMLFormElement>('#search-form');
const field = one<HTMLInputElement>('#search-words');
const list = one('#search-results');
const status = one('#search-status');
if (form && field && list && status) begin(form, field, list, status);

/** Results that are loaded at once: each costs a request of some 2 KB. */
const AT_ONCE = 8;
/** Milliseconds between keys that count as one go. */
const TYPING = 220;

function begin(form: HTMLFormElement, field: HTMLInputElement, list: HTMLElement, status: HTMLElement): void {
  // In a newspaper that is read from a folder nothing can be fetched: what searches there comes in a script of its own.
  const engine: SearchEngine = globalThis.newspaperSearch ?? new Engine();
  const zone = list.dataset['zone'] ?? 'UTC';
  const select = (name: (typeof filterNames)[number] | 'order') => one<HTMLSelectElement>(`select[name=${name}]`, form);
  /** Counts what was asked, so that a late answer never takes the place of a newer one. */
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const state = (): SearchState => ({
    words: field.value,
    section: select('section')?.value ?? '',
    topic: select('topic')?.value ?? '',
    year: select('year')?.value ?? '',
    order: select('order')?.value === 'date' ? 'date' : '',
  });

  const put = (shown: SearchState): void => {
    field.value = shown.words;
    for (const name of [...filterNames, 'order'] as const) choose(select(name), shown[name]);
  };

  const tell = (text: string): void => {
    status.textContent = text;
  };

  async function look(final: boolean): Promise<void> {
    clearTimeout(timer);
    const now = state();
    const turn = (asked += 1);
    // From now on there is room for results: what stands under them does not move when they come.
    document.documentElement.dataset['asked'] = '';
    noteAddress(location.pathname + writeState(now));
    list.setAttribute('aria-busy', 'true');
    const late = setTimeout(() => tell(words.looking), 400);
    try {
      const found = await engine.search(now, final);
      if (turn !== asked) return;
      clearTimeout(late);
      if (found) await show(found, now, turn, final);
      else clear();
    } catch {
      if (turn === asked) fail(final);
    } finally {
      clearTimeout(late);
      if (turn === asked) list.removeAttribute('aria-busy');
    }
  }

  function clear(): void {
    list.replaceChildren();
    tell('');
  }

  function fail(final: boolean): void {
    const again = el('button', { type: 'button', class: 'again' }, words.again);
    again.addEventListener('click', () => void look(final));
    list.replaceChildren(again);
    tell(words.failed);
  }

  async function show({ hits, whole }: Found, now: SearchState, turn: number, final: boolean): Promise<void> {
    // Without a part of the index nobody can say that there is nothing.
    if (hits.length === 0 && !whole) return fail(final);
    if (hits.length === 0) return tellNothing(now, turn);
    const question = { words: now.words.trim(), terms: termsIn(now.words).terms, stem: stemmer };
    const results = el('div', { class: 'results' });
    const partly = whole ? [] : [el('p', { class: 'hint' }, words.partly)];
    let from = 0;
    const more = el('button', { type: 'button', class: 'more' }, words.more);
    const add = async (): Promise<HTMLElement | null> => {
      const batch = hits.slice(from, (from += AT_ONCE));
      const data = await Promise.allSettled(batch.map((hit) => hit.data()));
      const elements = data.flatMap((each) =>
        each.status === 'fulfilled' ? (resultElement(each.value, zone, question) ?? []) : [],
      );
      results.append(...elements);
      more.hidden = from >= hits.length;
      if (elements.length < batch.length && partly.length === 0) partly.push(el('p', { class: 'hint' }, words.partly));
      return elements[0] ?? null;
    };
    await add();
    if (turn !== asked) return;
    more.addEventListener('click', () => {
      more.disabled = true;
      void add().then((first) => {
        more.disabled = false;
        showMarks();
        one('a', first ?? undefined)?.focus();
      });
    });
    list.replaceChildren(results, more, ...partly);
    tell(counted(hits.length));
    showMarks();
  }

  /** Says that there is nothing, of what, and what may have been meant. */
  async function tellNothing(now: SearchState, turn: number): Promise<void> {
    const { unknown, meant } = now.words.trim() ? await engine.explain(now) : { unknown: [], meant: null };
    if (turn !== asked) return;
    const more: HTMLElement[] = [];
    if (meant !== null) {
      const [before = '', after = ''] = words.didYouMean.split('{words}');
      const choose = el('button', { type: 'button', class: 'meant' }, el('bdi', {}, meant));
      choose.addEventListener('click', () => again({ ...now, words: meant }));
      more.push(el('p', { class: 'did-you-mean' }, before, choose, after));
    } else more.push(el('p', { class: 'hint' }, words.advice));
    if (isFiltered(now) && now.words.trim() && unknown.length === 0) {
      const wider = el('button', { type: 'button', class: 'again' }, words.unfiltered);
      wider.addEventListener('click', () => again({ ...now, section: '', topic: '', year: '' }));
      more.push(wider);
    }
    list.replaceChildren(...more);
    const listed = new Intl.ListFormat(document.documentElement.lang, { type: 'unit' }).format(unknown);
    if (unknown.length > 0) tell(words.noneFor.replace('{words}', listed));
    else tell(now.words.trim().includes(' ') && !isFiltered(now) ? words.notTogether : words.none);
  }

  function again(next: SearchState): void {
    put(next);
    field.focus();
    void look(true);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void look(true);
  });
  field.addEventListener('input', (event) => {
    clearTimeout(timer);
    if ((event as InputEvent).isComposing) return;
    if (field.value.trim() === '') void look(false);
    else timer = setTimeout(() => void look(false), TYPING);
  });
  field.addEventListener('compositionend', () => (timer = setTimeout(() => void look(false), TYPING)));
  field.addEventListener('focus', () => void engine.ready().catch(() => undefined), { once: true });
  for (const name of [...filterNames, 'order'] as const)
    select(name)?.addEventListener('change', () => void look(true));
  addEventListener('popstate', () => {
    put(readState(location.search));
    void look(true);
  });
  walkByArrows(field, list);

  const shown = readState(location.search);
  put(shown);
  if (writeState(shown)) void look(true);
  else field.focus();
  engine.manifest().then(
    (manifest) => {
      offer(select('section'), manifest.sections);
      offer(select('topic'), manifest.topics);
      offer(select('year'), manifest.years);
    },
    () => undefined,
  );
}

/** Down from the field into the results, up and down among them, and up out of them. */
function walkByArrows(field: HTMLInputElement, list: HTMLElement): void {
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = all<HTMLAnchorElement>('.headline a', list);
    const to = links.findIndex((link) => link === document.activeElement) + by;
    const target = to < 0 ? (event.target === field ? null : field) : links[to];
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  field.addEventListener('keydown', step);
  list.addEventListener('keydown', step);
}

/** Fills a filter's choices. What is chosen stays, also when it is none of the names. */
function offer(choice: HTMLSelectElement | null, names: readonly string[]): void {
  if (!choice) return;
  const chosen = choice.value;
  const first = choice.options[0];
  choice.replaceChildren(...(first ? [first] : []), ...names.map((name) => el('option', { value: name }, name)));
  choose(choice, chosen);
}

function choose(choice: HTMLSelectElement | null, value: string): void {
  if (!choice) return;
  if (value && ![...choice.options].some((option) => option.value === value))
    choice.append(el('option', { value }, value));
  choice.value = value;
}

function counted(count: number): string {
  const { lang } = document.documentElement;
  const form = words.found[new Intl.PluralRules(lang).select(count)] ?? words.found.other;
  return form.replace('{count}', new Intl.NumberFormat(lang).format(count));
}
