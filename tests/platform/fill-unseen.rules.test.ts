import { fillUnseen } from '@fraisier/server/platform/images/fill-unseen.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const picture = (width: number, height: number, pixels: readonly (readonly number[])[]) => ({
  data: Buffer.from(pixels.flat()),
  width,
  height,
});
const hidden = [0, 0, 0, 0];

test('what nobody sees takes the colour of what is next to it', () => {
  const red = [200, 30, 40, 255];
  const blue = [10, 20, 220, 255];
  const drawn = picture(4, 2, [red, hidden, blue, hidden, hidden, hidden, hidden, [255, 255, 255, 8]]);
  expect([...fillUnseen(drawn).data]).toEqual(
    [
      red,
      [200, 30, 40, 0],
      blue,
      [10, 20, 220, 0],
      [200, 30, 40, 0],
      [200, 30, 40, 0],
      [10, 20, 220, 0],
      [10, 20, 220, 8],
    ].flat(),
  );
});

test('far from all ink it is the mean of the inks, each by how much there is of it', () => {
  const row = [[100, 0, 0, 255], ...Array.from({ length: 6 }, () => hidden), [200, 0, 0, 255]];
  const { data } = fillUnseen(picture(8, 2, [...row, ...row]));
  expect(Array.from({ length: 8 }, (_, x) => data[x * 4])).toEqual([100, 100, 100, 100, 200, 200, 200, 200]);
  const far = fillUnseen(
    picture(8, 1, [[100, 0, 0, 255], [100, 0, 0, 255], [40, 0, 0, 255], hidden, hidden, hidden, hidden, hidden]),
  );
  expect(far.data[7 * 4]).toBe(80);
});

test('nothing that is seen changes, nor what shows through, in a picture of any size', () => {
  const size = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(size, size, fc.infiniteStream(fc.nat(255)), (width, height, bytes) => {
      const before = { data: Buffer.from([...bytes.take(width * height * 4)]), width, height };
      const original = Buffer.from(before.data);
      const after = fillUnseen(before);
      for (let at = 0; at < original.length; at += 4) {
        expect(after.data[at + 3]).toBe(original[at + 3]);
        if (original[at + 3]! > 8) expect(after.data.subarray(at, at + 3)).toEqual(original.subarray(at, at + 3));
      }
      expect(before.data).toEqual(original);
    }),
  );
});

test('a picture of nothing stays as it is', () => {
  const nothing = picture(2, 1, [hidden, [9, 9, 9, 3]]);
  expect(fillUnseen(nothing).data).toEqual(nothing.data);
});
