import { colours, fonts, textSvg } from './plot-style.ts';
import type { Share } from './shares.ts';

export const PANEL = { width: 560, height: 430 } as const;

/** One question: shares from 0 to 100 %, over sizes that stand side by side. */
export interface Panel {
  readonly title: string;
  readonly under: string;
  readonly axis: string;
  readonly ticks: readonly string[];
  readonly series: readonly { readonly name: string; readonly points: readonly Share[] }[];
}

/** Told apart by colour, mark and stroke: no series by its colour alone. */
const looks = [
  { colour: colours.sapin, dash: '', mark: 'disc' },
  { colour: colours.fraise, dash: '', mark: 'square' },
  { colour: colours.ink, dash: '6 5', mark: 'ring' },
] as const;
type Look = (typeof looks)[number];

const LEFT = 52;
const TOP = 76;
const LINE = 22;
const FOOT = 56;
/** Series stand beside one another, so that their intervals can be read. */
const APART = 12;

export function panelSvg(panel: Panel, x: number, y: number): string {
  const top = TOP + panel.series.length * LINE;
  const bottom = PANEL.height - FOOT;
  const step = (PANEL.width - LEFT) / Math.max(1, panel.ticks.length);
  const across = (nth: number) => round(LEFT + step * (nth + 0.5));
  const up = (share: number) => round(bottom - (bottom - top) * share);
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<line x1="${LEFT}" x2="${PANEL.width}" y1="${up(share)}" y2="${up(share)}" stroke="${share === 0 ? colours.ink : colours.rule}" stroke-width="1"/>`,
    textSvg(LEFT - 10, up(share) + 5, `${share * 100} %`, { size: 14, colour: colours.ink2, anchor: 'end' }),
  ]);
  const ticks = panel.ticks.map((tick, nth) => textSvg(across(nth), bottom + 22, tick, { size: 14, anchor: 'middle' }));
  const series = panel.series.flatMap(({ name, points }, nth) => {
    const look = looks[nth % looks.length]!;
    const shift = (nth - (panel.series.length - 1) / 2) * APART;
    const at = points.map((point, place) => ({ ...point, x: round(across(place) + shift), y: up(point.share) }));
    return [
      `<polyline points="${at.map((one) => `${one.x},${one.y}`).join(' ')}" fill="none" stroke="${look.colour}" stroke-width="2" stroke-dasharray="${look.dash || 'none'}"/>`,
      ...at.map(
        (one) =>
          `<line x1="${one.x}" x2="${one.x}" y1="${up(one.low)}" y2="${up(one.high)}" stroke="${look.colour}" stroke-width="2" opacity="0.45"/>`,
      ),
      ...at.map((one) => markSvg(look, one.x, one.y)),
      markSvg(look, 8, TOP - 5 + nth * LINE),
      textSvg(24, TOP + nth * LINE, name, { size: 14 }),
    ];
  });
  return [
    `<g transform="translate(${x} ${y})">`,
    `<rect width="${PANEL.width}" height="2" fill="${colours.ink}"/>`,
    textSvg(0, 30, panel.title, { size: 22, font: fonts.display, weight: 700 }),
    textSvg(0, 51, panel.under, { size: 14, colour: colours.ink2 }),
    ...grid,
    ...ticks,
    textSvg(PANEL.width, bottom + 44, panel.axis, { size: 14, colour: colours.ink2, anchor: 'end' }),
    ...series,
    '</g>',
  ].join('\n');
}

function markSvg({ colour, mark }: Look, x: number, y: number): string {
  if (mark === 'square')
    return `<rect x="${round(x - 5)}" y="${round(y - 5)}" width="10" height="10" fill="${colour}"/>`;
  const fill = mark === 'ring' ? colours.paper : colour;
  return `<circle cx="${x}" cy="${y}" r="5.5" fill="${fill}" stroke="${colour}" stroke-width="2"/>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
