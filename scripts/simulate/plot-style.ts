/** The house's colours and letters on paper (tokens.css of the look). */
export const colours = {
  paper: '#ffffff',
  tile: '#eef0eb',
  ink: '#181011',
  ink2: '#574e4a',
  rule: '#d9d8d3',
  fraise: '#d91e3a',
  sapin: '#1b6b45',
} as const;

export const fonts = {
  display: "'Bricolage Grotesque', 'Arial Narrow', sans-serif",
  text: "'Instrument Sans', system-ui, sans-serif",
} as const;

interface Lettering {
  readonly size: number;
  readonly colour?: string;
  readonly font?: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function textSvg(x: number, y: number, text: string, lettering: Lettering): string {
  const { size, colour = colours.ink, font, weight, anchor } = lettering;
  const more = [
    font && ` font-family="${font}"`,
    weight && ` font-weight="${weight}"`,
    anchor && ` text-anchor="${anchor}"`,
  ];
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${more.filter(Boolean).join('')}>${escaped(text)}</text>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
