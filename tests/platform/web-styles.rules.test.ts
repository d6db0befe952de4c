import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { expect, test } from 'vitest';

const source = new URL('../../web/src/', import.meta.url).pathname;
const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(source, file), 'utf8');

test('no page has a style attribute or inline script, which the content policy refuses', () => {
  const offenders = files
    .filter((file) => file.endsWith('.tsx'))
    .filter((file) => /\bstyle=[{"']|dangerouslySetInnerHTML|<style\b|<script\b/.test(read(file)));
  expect(offenders).toEqual([]);
});

test('every fabric of the shop has its colour in the style sheet', () => {
  const tokens = read('platform/look/tokens.css');
  const painted = Object.fromEntries(
    [...tokens.matchAll(/\[data-fabric="(\w+)"\]\s*\{\s*--fabric:\s*(#[0-9a-f]{6})/g)].map(([, id, hex]) => [id, hex]),
  );
  expect(painted).toEqual(Object.fromEntries(Object.entries(fabrics).map(([id, { hex }]) => [id, hex])));
});

test('style sheets bring no data: addresses and nothing from other sites', () => {
  const offenders = files
    .filter((file) => file.endsWith('.css'))
    .filter((file) => /url\(["']?(data:|https?:|\/\/)/.test(read(file)));
  expect(offenders).toEqual([]);
});

test('a page names no class that its style sheet does not have', () => {
  const offenders = files
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      [...read(file).matchAll(/import (\w+) from '(\S+\.module\.css)'/g)].flatMap(([, name, sheet]) => {
        const known = new Set([...read(join(dirname(file), sheet!)).matchAll(/\.([\w-]+)/g)].map(([, known]) => known));
        const named = [...read(file).matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, one]) => one!);
        return named.filter((one) => !known.has(one)).map((one) => `${file}: ${one}`);
      }),
    );
  expect(offenders).toEqual([]);
});

test('where a page changes its columns follows the size of its letters, not the screen alone', () => {
  const offenders = files
    .filter((file) => /\.(css|tsx?)$/.test(file))
    .filter((file) => /\((min|max)-(width|height):\s*[\d.]+px\)|\(width [<>]=? [\d.]+px\)/.test(read(file)));
  expect(offenders).toEqual([]);
});

test('the text of a month on its ink is readable by day and by night', () => {
  const tokens = read('platform/look/tokens.css');
  const inks = [...tokens.matchAll(/--mois-\d\d: (#[0-9a-f]{6})/g)].map(([, hex]) => hex!);
  const night = Number(/\[data-theme="dark"\][^}]*--mois-share: (\d+)%/.exec(tokens)?.[1]) / 100;
  const second = [...tokens.matchAll(/--field-ink-2: (#[0-9a-f]{6})/g)].map(([, hex]) => rgb(hex!));
  const [byDay, byNight] = second as [Color, Color];
  expect(inks).toHaveLength(12);
  for (const ink of inks) {
    expect(contrast(rgb(ink), byDay), `${ink} by day`).toBeGreaterThan(4.5);
    expect(contrast(mixed(rgb(ink), rgb('#171312'), night), byNight), `${ink} by night`).toBeGreaterThan(4.5);
  }
});

type Color = readonly [number, number, number];

const rgb = (hex: string): Color =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Color;

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const encoded = (channel: number) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055);

function contrast(a: Color, b: Color): number {
  const light = ([r, g, bl]: Color) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(bl);
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** As CSS mixes in oklab. */
function mixed(a: Color, b: Color, share: number): Color {
  const [x, y] = [oklab(a), oklab(b)];
  return fromOklab(x.map((value, at) => value * share + y[at]! * (1 - share)) as unknown as Color);
}

function oklab([r, g, b]: Color): Color {
  const [R, G, B] = [linear(r), linear(g), linear(b)] as const;
  const l = Math.cbrt(0.4122214708 * R + 0.5363325363 * G + 0.0514459929 * B);
  const m = Math.cbrt(0.2119034982 * R + 0.6806995451 * G + 0.1073969566 * B);
  const s = Math.cbrt(0.0883024619 * R + 0.2817188376 * G + 0.6299787005 * B);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([L, a, b]: Color): Color {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
