import { describe, expect } from 'vitest';
import { it, longest, url } from '../../tests/reader.ts';

describe('reading aloud', () => {
  /** A voice that says each part at once, as far as the test lets it. */
  const voice = (lang: string, localService: boolean) => {
    const log: { text: string; rate: number }[] = [];
    const queue: SpeechSynthesisUtterance[] = [];
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [{ lang, localService, name: 'Test' }],
      speak: (utterance: SpeechSynthesisUtterance) =>
        void (log.push({ text: utterance.text, rate: utterance.rate }), queue.push(utterance)),
      cancel: () => void (queue.length = 0),
      pause: () => void ((window as unknown as { paused: boolean }).paused = true),
      resume: () => void ((window as unknown as { paused: boolean }).paused = false),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        rate = 1;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.assign(window, {
      log,
      finish: () => queue.splice(0).forEach((utterance) => utterance.onend?.({} as SpeechSynthesisEvent)),
    });
  };
  it('is not offered without a voice, nor for another language, nor by a voice elsewhere', async ({
    context,
    page,
  }) => {
    await page.goto(url + longest);
    expect(await page.locator('[data-do=listen]').isVisible()).toBe(false);
    for (const [lang, local] of [
      ['de-DE', true],
      ['en-GB', false],
    ] as const) {
      const other = await context.newPage();
      await other.addInitScript(`(${voice.toString()})(${JSON.stringify(lang)}, ${local})`);
      await other.goto(url + longest);
      expect(await other.locator('[data-do=listen]').isVisible()).toBe(false);
    }
  });

  it('marks the paragraph as it goes, pauses, changes speed and stops', async ({ page }) => {
    await page.addInitScript(`(${voice.toString()})('en-GB', true)`);
    await page.goto(url + longest);
    await page.locator('[data-do=listen]').click();
    const bar = page.getByRole('group', { name: 'Reading aloud' });
    await bar.waitFor();
    const marked = () => page.locator('[data-spoken]').evaluateAll((all) => all.map((one) => one.tagName));
    expect(await marked()).toEqual(['H1']);
    await page.evaluate(() => (window as unknown as { finish(): void }).finish());
    const second = await page.locator('[data-spoken]').textContent();
    expect(second).not.toBe(await page.locator('h1').textContent());
    await bar.getByRole('button', { name: 'Pause' }).click();
    expect(await page.evaluate(() => (window as unknown as { paused: boolean }).paused)).toBe(true);
    await bar.getByRole('button', { name: 'Play' }).click();
    await bar.getByLabel('Speed').selectOption('1.5');
    expect(await page.evaluate(() => (window as unknown as { log: { rate: number }[] }).log.at(-1)?.rate)).toBe(1.5);
    await bar.getByRole('button', { name: 'Previous paragraph' }).click();
    expect(await marked()).toEqual(['H1']);
    await bar.getByRole('button', { name: 'Stop reading aloud' }).click();
    expect(await bar.count()).toBe(0);
    expect(await marked()).toEqual([]);
  });
});
