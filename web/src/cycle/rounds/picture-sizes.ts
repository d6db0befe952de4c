/**
 * How wide the art is shown, in words of HTML: once for the page and once for the head that fetches it first. The page
 * stops at 1,440 px and goes on from 1,920 to 2,560, as `--page` says.
 */
export const artSizes = {
  hero: '(max-width: 900px) 42vw, (max-width: 1920px) 264px, min(14.3vw, 366px)',
  half: '(max-width: 900px) 42vw, (max-width: 1920px) 290px, min(16.2vw, 414px)',
  tile: '(max-width: 900px) 39vw, (max-width: 1920px) 270px, min(14.6vw, 374px)',
  wornTile: '(max-width: 900px) 20vw, 140px',
  /** The print is 44 % of a shirt that is 580 px wide at most. */
  ballot: '(max-width: 900px) 40vw, 260px',
  ballotFlat: '(max-width: 900px) 75vw, 480px',
} as const;

/** Two views of a shirt beside each other; one under another on phones. */
export const viewSizes = '(max-width: 900px) 92vw, 640px';
