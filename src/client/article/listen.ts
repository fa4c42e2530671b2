import css from '../../styles/listen.css?inline';
import words from 'words:listen';
import { addStyles, el, say } from '../dom.ts';
import { change, settings, speeds } from '../display/settings.ts';
import { parts, spoken } from './spoken.ts';

/** Reads an article aloud with the browser's own voices, a paragraph at a time, and marks the paragraph. */

let stop: (() => void) | null = null;

export function readAloud(article: HTMLElement, story: HTMLElement, button: HTMLElement): void {
  if (stop) return stop();
  addStyles(css);

  const headings = [...article.querySelectorAll<HTMLElement>('h1, .standfirst')];
  const passages = [
    ...headings,
    ...[...story.querySelectorAll<HTMLElement>(spoken)].filter((node) => !node.querySelector(spoken)),
  ].filter((node) => node.textContent?.trim() && !node.closest('.footnotes, .tweet-note, .figure-missing'));
  const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!;
  /** A voice for a passage's own language, else for the article's. */
  const voiceFor = (node: HTMLElement): SpeechSynthesisVoice | null => {
    const local = speechSynthesis.getVoices().filter((voice) => voice.localService);
    const own = node.closest<HTMLElement>('[lang]')?.lang || article.lang;
    return (
      local.find((voice) => voice.lang === own) ??
      local.find((voice) => primary(voice.lang) === primary(own)) ??
      local.find((voice) => primary(voice.lang) === primary(article.lang)) ??
      null
    );
  };

  let now = firstInView(passages);
  let isPaused = false;
  /** Grows with every jump: what an older utterance still reports is not heeded. */
  let turn = 0;

  const play = el('button', { type: 'button' }, words.pause);
  const back = el('button', { type: 'button', 'aria-label': words.back }, '«');
  const forward = el('button', { type: 'button', 'aria-label': words.forward }, '»');
  const speed = el('select', { 'aria-label': words.speed });
  for (const value of speeds)
    speed.append(el('option', { value: String(value) }, `${value.toLocaleString(document.documentElement.lang)}×`));
  speed.value = String(settings().speed);
  const end = el('button', { type: 'button', 'aria-label': words.stop }, '×');
  const bar = el('div', { class: 'listen', role: 'group', 'aria-label': words.label }, back, play, forward, speed, end);

  const clear = (): void => passages.forEach((node) => node.removeAttribute('data-spoken'));

  const speak = (): void => {
    turn += 1;
    const mine = turn;
    speechSynthesis.cancel();
    clear();
    const node = passages[now];
    if (!node) return finish();
    node.setAttribute('data-spoken', '');
    const { top, bottom } = node.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight * 0.8) {
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      node.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
    }
    const voice = voiceFor(node);
    const pieces = parts(node.textContent ?? '');
    pieces.forEach((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice?.lang ?? article.lang;
      utterance.rate = settings().speed;
      utterance.onerror = ({ error }) => {
        if (mine !== turn || error === 'interrupted' || error === 'canceled') return;
        say(words.failed);
        finish();
      };
      if (index === pieces.length - 1) {
        utterance.onend = () => {
          if (mine !== turn) return;
          now += 1;
          speak();
        };
      }
      speechSynthesis.speak(utterance);
    });
    if (isPaused) speechSynthesis.pause();
  };

  const pause = (wanted: boolean): void => {
    isPaused = wanted;
    play.textContent = wanted ? words.play : words.pause;
    if (wanted) speechSynthesis.pause();
    else speechSynthesis.resume();
  };

  const finish = (): void => {
    turn += 1;
    stop = null;
    speechSynthesis.resume();
    speechSynthesis.cancel();
    clear();
    const hadFocus = bar.contains(document.activeElement);
    bar.remove();
    button.setAttribute('aria-pressed', 'false');
    if (hadFocus) button.focus();
  };

  const jump = (by: number): void => {
    now = Math.min(passages.length - 1, Math.max(0, now + by));
    pause(false);
    speak();
  };

  play.addEventListener('click', () => pause(!isPaused));
  back.addEventListener('click', () => jump(-1));
  forward.addEventListener('click', () => jump(1));
  speed.addEventListener('change', () => {
    change({ speed: Number(speed.value) });
    jump(0);
  });
  end.addEventListener('click', finish);
  addEventListener('pagehide', finish, { once: true });

  stop = finish;
  button.setAttribute('aria-pressed', 'true');
  document.body.append(bar);
  play.focus();
  speak();
}

/** One begins where one is reading, or with the headline. */
function firstInView(passages: HTMLElement[]): number {
  if (scrollY < innerHeight / 2) return 0;
  return Math.max(
    0,
    passages.findIndex((node) => node.getBoundingClientRect().bottom > innerHeight / 5),
  );
}
