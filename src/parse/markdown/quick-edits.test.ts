import fc from 'fast-check';
import { EditMap } from 'micromark-util-edit-map';
import { expect, it } from 'vitest';
import { quickEdits } from './quick-edits.ts';

type Events = Parameters<EditMap['consume']>[0];

it('edits are applied as micromark applies them', () => {
  const edit = fc.tuple(fc.nat(40), fc.nat(4), fc.array(fc.nat(), { maxLength: 3 }));
  const own = EditMap.prototype.consume;
  quickEdits();
  const quick = EditMap.prototype.consume;
  expect(quick).not.toBe(own);
  fc.assert(
    fc.property(fc.nat(40), fc.array(edit, { maxLength: 8 }), (length, edits) => {
      const apply = (consume: EditMap['consume']) => {
        const events = Array.from({ length }, (_, index) => `event ${index}`) as unknown as Events;
        const map = new EditMap();
        for (const [at, removed, added] of edits)
          map.add(Math.min(at, length), removed, [...added] as unknown as Events);
        consume.call(map, events);
        expect(map.map).toEqual([]);
        return events;
      };
      expect(apply(quick)).toEqual(apply(own));
    }),
  );
});
