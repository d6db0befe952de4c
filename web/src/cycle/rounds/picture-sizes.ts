/** How wide the art is shown, in words of HTML: once for the page and once for the head that fetches it first. */
export const artSizes = {
  hero: '(max-width: 900px) 42vw, 264px',
  half: '(max-width: 900px) 42vw, 290px',
  tile: '(max-width: 900px) 39vw, 270px',
  wornTile: '(max-width: 900px) 20vw, 140px',
} as const;

/** Two views of a shirt beside each other; one under another on phones. */
export const viewSizes = '(max-width: 900px) 92vw, 640px';
