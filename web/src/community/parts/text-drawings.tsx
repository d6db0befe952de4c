import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { textValues } from '@fraisier/shared/texts/values.ts';
import type { ReactNode } from 'react';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { shirt } from '../../platform/ui/icons.tsx';
import styles from './text-drawings.module.css';

/** What a section of a page of text is easier to see than to read. */
export function drawingOf(page: string | undefined, section: string): ReactNode {
  if (page === 'sizes' && section === 'yours') return <ShirtToMeasure />;
  if (page === 'sizes' && section === 'print') return <SamePrint />;
  if (page === 'designers' && section === 'template') return <Template />;
  return null;
}

/** Where to hold the ruler. */
function ShirtToMeasure() {
  const { drawn } = useText('legal');
  return (
    <svg className={styles.drawing} viewBox="20 30 960 1040" role="img" aria-label={drawn.shirt}>
      <path d={shirt.body} className={styles.cloth} />
      <path d={shirt.collar} className={styles.seam} />
      <g className={styles.ruler}>
        <path d="M240 400H760M240 360v80M760 360v80M376 62V1040M336 62h80M336 1040h80" />
      </g>
      <text x="568" y="372" textAnchor="middle" className={styles.word}>
        {drawn.width}
      </text>
      <text x="408" y="760" className={styles.word}>
        {drawn.height}
      </text>
    </svg>
  );
}

/** The same print on a small shirt and on a large one. */
function SamePrint() {
  const lang = useLang();
  const { drawn } = useText('legal');
  const shop = useCall(getShop).data;
  if (!shop) return null;
  const { widthMm, heightMm } = shop.printArea;
  const width = 300;
  const height = (width * heightMm) / widthMm;
  return (
    <svg
      className={styles.drawing}
      viewBox="0 0 1720 1120"
      role="img"
      aria-label={drawn.same(textValues(shop, lang).printArea)}
    >
      <g transform="translate(0 262) scale(.76)">
        <path d={shirt.body} className={styles.cloth} />
        <path d={shirt.collar} className={styles.seam} />
      </g>
      <g transform="translate(720 0)">
        <path d={shirt.body} className={styles.cloth} />
        <path d={shirt.collar} className={styles.seam} />
      </g>
      <rect x={380 - width / 2} y="440" width={width} height={height} className={styles.print} />
      <rect x={1220 - width / 2} y="240" width={width} height={height} className={styles.print} />
      <text x="380" y="990" textAnchor="middle" className={styles.size}>
        XS
      </text>
      <text x="1220" y="990" textAnchor="middle" className={styles.size}>
        3XL
      </text>
    </svg>
  );
}

/** The sheet to draw on, to its measure. */
function Template() {
  const format = useFormat();
  const lang = useLang();
  const { drawn } = useText('legal');
  const shop = useCall(getShop).data;
  if (!shop) return null;
  const { widthMm: width, heightMm: height } = shop.printArea;
  const margin = shop.print.safeMarginMm;
  const values = textValues(shop, lang);
  const side = (millimetres: number) => `${format.number(millimetres / 10)} cm`;
  return (
    <svg
      className={styles.drawing}
      viewBox={`-34 -34 ${width + 44} ${height + 44}`}
      role="img"
      aria-label={drawn.area(values.printArea, values.safeMargin)}
    >
      <rect width={width} height={height} className={styles.sheet} />
      <rect x={margin} y={margin} width={width - 2 * margin} height={height - 2 * margin} className={styles.margin} />
      <g className={styles.measure}>
        <path d={`M0 -14H${width}M0 -20v12M${width} -20v12M-14 0V${height}M-20 0h12M-20 ${height}h12`} />
      </g>
      <g className={styles.sheetWords}>
        <text x={width / 2} y="-20" textAnchor="middle">
          {side(width)}
        </text>
        <text transform={`translate(-20 ${height / 2}) rotate(-90)`} textAnchor="middle">
          {side(height)}
        </text>
        <text x={width / 2} y={height - margin - 9} textAnchor="middle">
          {drawn.margin(values.safeMargin)}
        </text>
      </g>
    </svg>
  );
}
