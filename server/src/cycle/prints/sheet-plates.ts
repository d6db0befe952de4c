import { colourDistance, oklab, rgbOf } from '@fraisier/shared/cycle/artwork/oklab.ts';
import { colourName } from '@fraisier/shared/cycle/colour-names.ts';
import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { meshHint } from '@fraisier/shared/cycle/separations/press-rules.ts';
import type { Plate } from '../../platform/images/images.ts';
import { hairline, ink, loadPicture, type Pdf, put, rule, soft } from '../../platform/pdf/pdf.ts';
import { MARGIN, type SheetFacts, WIDTH } from './print-sheet.ts';
import { mm, percent } from './print-words.ts';

const GAP = 16;
const CAPTION = 42;
const FOOT = 690;
/** Around the art, where the targets stand. */
const HEM = 13;
/** In Oklab: an ink nearer to the fabric would not be seen on it. */
const SEEN = 0.15;

/** The second sheet: every plate in its ink on the fabric, in the order of printing, and all of them together. */
export async function addPlatesPage(pdf: Pdf, sheet: SheetFacts): Promise<void> {
  const { plates, made, facts, design } = sheet;
  pdf.addPage();
  put(pdf, `Tirage ${sheet.run}, impression nº\u00a0${sheet.number}`, MARGIN, 46, { size: 9.5, color: soft });
  const title = plates.length === 1 ? 'Une plaque' : `${plates.length} plaques, dans l’ordre`;
  let y = put(pdf, title, MARGIN, 60, { face: 'title', size: 26 }) + 8;
  rule(pdf, MARGIN, y, WIDTH, { weight: 2, color: ink });
  y += 16;
  const count = plates.length + 1;
  const columns = count <= 4 ? 2 : count <= 9 ? 3 : 4;
  const rows = Math.ceil(count / columns);
  const cell = { width: (WIDTH - (columns - 1) * GAP) / columns, height: (FOOT - y) / rows };
  const scale = Math.min(
    (cell.width - 2 * HEM) / made.widthMm,
    (cell.height - CAPTION - GAP - 2 * HEM) / made.heightMm,
  );
  const art = { width: made.widthMm * scale, height: made.heightMm * scale };
  const fabric = fabrics[facts.fabrics[0] ?? design.fabric].hex;
  const step = Math.min(cell.height, art.height + 2 * HEM + CAPTION + GAP);
  const pictures: PDFKit.Mixins.ImageSrc[] = [];
  for (const plate of plates) pictures.push(await loadPicture(pdf, Buffer.from(plate.thumb, 'base64')));
  for (let index = 0; index < count; index++) {
    const x = MARGIN + (index % columns) * (cell.width + GAP);
    const top = y + Math.floor(index / columns) * step;
    const plate = plates[index];
    const ground = plate ? groundOf(plate.hex ?? '#ffffff', fabric) : fabric;
    const panel = { x, y: top, width: cell.width, height: art.height + 2 * HEM };
    pdf.rect(panel.x, panel.y, panel.width, panel.height).lineWidth(0.5).fillAndStroke(ground, hairline);
    putTargets(pdf, panel, oklab(rgbOf(ground))[0] > 0.6 ? soft : '#ffffff');
    for (const picture of plate ? [pictures[index]!] : pictures) {
      pdf.image(picture, x + (cell.width - art.width) / 2, top + HEM, art);
    }
    putCaption(pdf, plate, { x, y: top + art.height + 2 * HEM + 7, width: cell.width });
  }
  putNotes(pdf, sheet);
}

/** The fabric, or paper on which the ink is seen. */
function groundOf(hex: string, fabric: string): string {
  if (colourDistance(oklab(rgbOf(hex)), oklab(rgbOf(fabric))) > SEEN) return fabric;
  return oklab(rgbOf(hex))[0] > 0.7 ? '#4a4542' : '#ffffff';
}

/** As on the plates: at the middle of each side. */
function putTargets(
  pdf: Pdf,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  color: string,
): void {
  const half = HEM / 2;
  pdf.lineWidth(0.4).strokeColor(color);
  for (const [cx, cy] of [
    [x + width / 2, y + half],
    [x + width / 2, y + height - half],
    [x + half, y + height / 2],
    [x + width - half, y + height / 2],
  ] as const) {
    pdf.circle(cx, cy, 2).stroke();
    pdf
      .moveTo(cx - 4, cy)
      .lineTo(cx + 4, cy)
      .moveTo(cx, cy - 4)
      .lineTo(cx, cy + 4)
      .stroke();
  }
}

function putCaption(
  pdf: Pdf,
  plate: Plate | undefined,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  if (!plate) {
    put(pdf, 'Ensemble', x, y, { face: 'strong', size: 10 });
    put(pdf, 'Les plaques l’une sur l’autre.', x, y + 14, { size: 8, color: soft, width });
    return;
  }
  const hex = plate.hex ?? '#ffffff';
  pdf
    .circle(x + 6, y + 5.5, 6)
    .lineWidth(0.5)
    .fillAndStroke(hex, hairline);
  const name = plate.hex === null ? 'sous-couche blanche' : `${hex}, ${colourName(hex).fr}`;
  put(pdf, `${plate.place}  ${name}`, x + 18, y, { face: 'strong', size: 9, width: width - 18 });
  const mesh = `maille ${meshHint(plate).perCm}\u00a0fils/cm`;
  const how = plate.hex === null ? mesh : plate.tonal ? `trame, ${mesh}` : `aplat, ${mesh}`;
  put(pdf, `Couvre ${percent(plate.coverage, 'fr')}, ${how}`, x, y + 15, { size: 8, color: soft, width });
}

function putNotes(pdf: Pdf, { facts }: SheetFacts): void {
  const about = facts.plates;
  if (!about) return;
  rule(pdf, MARGIN, FOOT + 6, WIDTH);
  const notes = [
    `Films positifs en PNG gris, ${about.dpi}\u00a0dpi, ${about.widthPx} × ${about.heightPx}\u00a0pixels, à 100\u00a0%\u00a0: noir = encre, blanc = rien, gris = trame.`,
    `Mêmes cibles et mêmes coins sur chaque plaque\u00a0; le dessin commence à ${about.marginMm}\u00a0mm du bord gauche et du bord haut.`,
    `L’encre claire passe de ${mm(about.trapMm, 'fr')}\u00a0mm sous la foncée qui la touche.${
      about.chokeMm === null ? '' : ` La sous-couche est rentrée de ${mm(about.chokeMm, 'fr')}\u00a0mm.`
    }`,
    `Imprimées l’une sur l’autre, les plaques rendent l’image\u00a0: ${percent(1 - about.offShare, 'fr')} de ses pixels encrés à moins d’un pas visible. La maille est une suggestion.`,
  ];
  let y = FOOT + 15;
  for (const note of notes) y = put(pdf, note, MARGIN, y, { size: 8.5, color: soft, width: WIDTH }) + 3;
}
