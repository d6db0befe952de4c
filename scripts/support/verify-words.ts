import type { Check, CheckId } from '../../shared/src/verifier/checks.ts';
import type { ShownDesign } from '../../shared/src/verifier/shown-designs.ts';

type Figures = Check['figures'];

const n = (value: number | string | undefined, one: string, many = `${one}s`) =>
  `${value ?? 0} ${value === 1 ? one : many}`;

/** What each check looks at, with what it saw. */
const sentences: Record<CheckId, (figures: Figures) => string> = {
  archive: (f) =>
    `The bundle is whole${f.files ? ` (round ${f.round}, ${n(f.files, 'file')}, ${n(f.bytes, 'byte')})` : ''}`,
  key: (f) => `The round has one key${f.key ? `: ${f.key}` : ''}${f.given ? ', and it is the one you gave' : ''}`,
  manifest: (f) => `The short files are those that the shop signed${f.files ? ` (${n(f.files, 'file')})` : ''}`,
  heads: (f) => `Every head is signed, and they only grow (${n(f.heads, 'head')})`,
  log: (f) => `Every line is well-formed (${n(f.lines, 'line')}, ${n(f.ballots, 'ballot')})`,
  tree: (f) => `No line under a head was changed, dropped or moved (${n(f.heads, 'head')})`,
  rules: () => 'Every line may stand where it stands',
  last_head: (f) => `The log ends with the close, under the last head (${n(f.size, 'line')})`,
  openings: (f) => `What opens a line is what was sealed in it (${n(f.openings, 'opening')})`,
  unopened: (f) => `Only erased lines stay sealed (${n(f.erased, 'line')})`,
  ballots: (f) => `One voter has one rating for a design (${n(f.standing, 'rating')} stand, ${f.counted ?? 0} count)`,
  histograms: (f) =>
    `The ratings of each design are as published (${n(f.designs, 'design')}${f.left ? `, ${f.left} passed over and not counted` : ''})`,
  sizes: () => 'The sizes are as published',
  totals: (f) =>
    `The sums are as published (${n(f.voters, 'voter')}, ${n(f.ratings, 'rating')}, ${n(f.points, 'point')})`,
  ranking: (f) => `Scores, places, ties and margins are as published (${n(f.tied, 'shared place')})`,
  cut: (f) =>
    `The votes at the cut chose these finalists (${n(f.finalists, 'finalist')}${f.passedOver ? `, ${f.passedOver} passed over` : ''}${f.erased ? `, ${n(f.erased, 'rating')} erased since` : ''})`,
  quorum: (f) =>
    `The quorum was ${f.met === 0 ? 'missed, as published' : 'met, as published'} (${f.finalMin}, ${f.medianMin})`,
  set_aside: (f) => `Both counts are as published (${n(f.ratings, 'rating')} of ${n(f.voters, 'voter')} set aside)`,
  winners: (f) =>
    `The votes choose the winner (${f.ids ? f.ids : 'nobody'}${f.passedOver ? `, ${f.passedOver} passed over` : ''})`,
  kept_head: (f) => `Head ${f.nth} that you kept covers the same lines (${n(f.size, 'line')})`,
  receipt: (f) =>
    `Receipt ${f.nth} is in the log${f.standing ? ` (line ${f.index}, ${String(f.standing).replace('_', ' ')})` : ''}`,
};

export function sentenceOf({ id, figures }: Check): string {
  return sentences[id](figures);
}

export const proves =
  'The recorded votes were not changed, dropped or added after a published head, and the count is right.';

export const doesNotProve = `This does not prove that every account is a person, that nobody sold a vote, that the shop cannot see the votes, or how
often each design was shown. Who voted ("crowd" in the result: eligible accounts, their ages, what buyers chose) is not
recounted: a pseudonym does not tell an account. That the log is the one everybody saw, only heads and receipts kept
elsewhere can prove: give yours with --head and --receipt.`;

/** On which fabric and where the designs were shown: the winners, or all of them. */
export function shownText(designs: readonly ShownDesign[], all: boolean): string {
  if (designs.every(({ fabric, place }) => fabric === null && place === null)) {
    return 'This bundle is older: it says neither the fabric nor the place of the designs.';
  }
  const listed = all ? designs : designs.filter(({ isWinner }) => isWinner);
  const left = designs.length - listed.length;
  return [
    'As the signed bundle says, this was shown; a shirt can be measured against it:',
    ...listed.map((design) => `  ${design.isWinner ? 'winner  ' : '        '}${shownLine(design)}`),
    ...(left > 0 ? [`  --designs tells of ${listed.length > 0 ? 'the other' : 'all'} ${left}.`] : []),
    'The middle is the shirt\u2019s centre line, seen from the front; the top is that of the print area.',
  ].join('\n');
}

function shownLine({ title, fabric, place }: ShownDesign): string {
  const named = `${JSON.stringify(title)}, ${fabric ?? 'fabric not said'}`;
  if (place === null) return `${named}: place not said`;
  const { fromCentreMm: across, topMm, widthMm } = place;
  const middle =
    across === 0 ? 'centred' : `its middle ${Math.abs(across)} mm ${across < 0 ? 'left' : 'right'} of the middle`;
  return `${named}: ${widthMm} mm wide, ${middle}, ${topMm} mm below the top`;
}
