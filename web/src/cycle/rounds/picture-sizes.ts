/**
 * How wide the art is shown, in words of HTML: once for the page and once for the head that fetches it first. The page
 * stops at 1,440 px and goes on from 1,920 to 2,560, as `--page` says.
 */
export const artSizes = {
  hero: '(max-width: 56.25rem) 42vw, (max-width: 120rem) 264px, min(14.3vw, 366px)',
  half: '(max-width: 56.25rem) 42vw, (max-width: 120rem) 290px, min(16.2vw, 414px)',
  tile: '(max-width: 56.25rem) 39vw, (max-width: 120rem) 270px, min(14.6vw, 374px)',
  wornTile: '(max-width: 56.25rem) 20vw, 140px',
  /** The print is 44 % of a shirt that is 580 px wide at most. */
  ballot: '(max-width: 56.25rem) 40vw, 260px',
  ballotFlat: '(max-width: 56.25rem) 75vw, 480px',
} as const;

/** Two views of a shirt beside each other; one under another on phones. */
export const viewSizes = '(max-width: 56.25rem) 92vw, 640px';
