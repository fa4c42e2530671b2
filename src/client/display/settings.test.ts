import { describe, expect, it } from 'vitest';
import { firstPaint } from './first-paint.ts';
import { readSettings } from './settings.ts';
import { shelf } from '../saved/shelf.ts';

describe('settings', () => {
  it('are the design’s own where nothing is kept', () => {
    expect(readSettings(undefined)).toEqual({
      theme: 'system',
      size: 'normal',
      width: 'normal',
      face: 'serif',
      keys: true,
      speed: 1,
      offline: true,
    });
  });

  it('keep known choices and drop the others', () => {
    expect(
      readSettings({ theme: 'sepia', size: 'huge', width: ['wide'], face: 'sans', keys: false, speed: 9 }),
    ).toMatchObject({
      theme: 'sepia',
      size: 'normal',
      width: 'normal',
      face: 'sans',
      keys: false,
      speed: 1,
    });
  });
});

/** Runs a page's inline script with a made-up document and store. */
function run(script: string, kept: string | null | 'throws'): DOMStringMap {
  const dataset: DOMStringMap = {};
  const storage = {
    getItem: (key: string) => {
      if (kept === 'throws') throw new Error('denied');
      return key === 'broadsheet:/news/:settings' ? kept : null;
    },
  };
  new Function('document', 'localStorage', 'location', script)({ documentElement: { dataset } }, storage, {
    search: '',
  });
  return dataset;
}

describe('the script before the first paint', () => {
  const script = firstPaint('/news/');

  it('puts the choices on the page, of this site’s base', () => {
    expect(run(script, '{"theme":"dark","size":"large","width":"normal","face":"sans"}')).toEqual({
      script: 'on',
      theme: 'dark',
      size: 'large',
      face: 'sans',
    });
  });

  it.each([
    ['nothing', null],
    ['nonsense', '{'],
    ['null', 'null'],
    ['a throw', 'throws'],
    ['strange choices', '{"theme":"<b>","size":7}'],
  ])('marks the page alone with %s in the store', (_, kept) => {
    expect(run(script, kept)).toEqual({ script: 'on' });
  });

  it('has no end of a script in it', () => {
    expect(script).not.toContain('</');
    expect(shelf('/')).not.toContain('</');
  });
});
