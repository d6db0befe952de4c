import type { MailContent } from '../../platform/mail/mail-text.ts';

/** The facts of a letter that its mail says; the page and the page alone has all of them. */
export interface LetterFacts {
  readonly title: string;
  readonly designerName: string;
  readonly roundNumber: number;
  readonly winner: boolean;
  readonly rank: number;
  readonly rankLow: number;
  readonly rankHigh: number;
  readonly designs: number;
  readonly ratings: number;
  readonly wouldWear: number;
  readonly notes: readonly string[];
  readonly winners: readonly { title: string; designer: string }[];
  readonly passedOverReason: string | null;
  readonly nextCloses: Date | null;
  readonly timeZone: string;
  readonly signedBy: string;
  readonly url: string;
}

/** The result in the first sentence, one figure a paragraph, one critique quoted, and what is still possible. */
export function resultLetterMail(facts: LetterFacts, locale: 'fr' | 'en'): MailContent {
  return locale === 'fr' ? french(facts) : english(facts);
}

const rankFr = (rank: number) => (rank === 1 ? '1re' : `${rank}e`);
const endings = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' } as const;
const ordinal = new Intl.PluralRules('en', { type: 'ordinal' });
const rankEn = (rank: number) => `${rank}${endings[ordinal.select(rank)]}`;

function french(facts: LetterFacts): MailContent {
  const { title, rank, designs } = facts;
  const first = facts.winner
    ? `« ${title} » est élu : 1re place sur ${designs} dessins. Il part au tirage.`
    : facts.passedOverReason
      ? `« ${title} » finit ${rankFr(rank)} sur ${designs} et ne sera pas imprimé. La raison, publiée : ${facts.passedOverReason}`
      : `« ${title} » n’est pas imprimé ce mois-ci. Il finit ${rankFr(rank)} sur ${designs}.`;
  const others = facts.winners.filter((winner) => winner.title !== title);
  return {
    subject: `${title} finit ${facts.winner ? '1er' : rank === 1 ? '1er' : `${rank}e`} sur ${designs}`,
    paragraphs: [
      `Bonjour ${facts.designerName},`,
      first,
      ...(facts.winner || others.length === 0
        ? []
        : [`${others.map((winner) => `« ${winner.title} », de ${winner.designer},`).join(' et ')} part au tirage.`]),
      `${countFr(facts.ratings, 'personne l’a noté', 'personnes l’ont noté')}, et ${facts.wouldWear} le porteraient.`,
      ...(facts.rankLow < facts.rankHigh
        ? [
            `La marge le situe entre la ${rankFr(facts.rankLow)} et la ${rankFr(facts.rankHigh)} place : avec d’autres votants, il aurait pu finir là. Nous préférons vous le dire.`,
          ]
        : []),
      ...(facts.notes[0] ? [`Un mot laissé pour vous : « ${facts.notes[0]} »`] : []),
      ...(facts.nextCloses && !facts.winner
        ? [
            `La récolte suivante prend des dessins jusqu’au ${momentFr(facts.nextCloses, facts.timeZone)}. Votre dessin est à vous, entièrement.`,
          ]
        : []),
      'Répondez à cette lettre si quelque chose ne va pas : une personne la lit.',
    ],
    action: { label: 'Lire la lettre entière', url: facts.url },
    signature: [facts.signedBy, 'pour l’atelier'],
  };
}

function english(facts: LetterFacts): MailContent {
  const { title, rank, designs } = facts;
  const first = facts.winner
    ? `“${title}” has won: first of ${designs} designs. It goes to print.`
    : facts.passedOverReason
      ? `“${title}” came ${rankEn(rank)} of ${designs} and will not be printed. The published reason: ${facts.passedOverReason}`
      : `“${title}” is not printed this month. It came ${rankEn(rank)} of ${designs}.`;
  const others = facts.winners.filter((winner) => winner.title !== title);
  return {
    subject: `${title} came ${rankEn(rank)} of ${designs}`,
    paragraphs: [
      `Hello ${facts.designerName},`,
      first,
      ...(facts.winner || others.length === 0
        ? []
        : [`${others.map((winner) => `“${winner.title}” by ${winner.designer}`).join(' and ')} goes to print.`]),
      `${facts.ratings} ${facts.ratings === 1 ? 'person' : 'people'} rated it, and ${facts.wouldWear} would wear it.`,
      ...(facts.rankLow < facts.rankHigh
        ? [
            `The margin puts it between ${rankEn(facts.rankLow)} and ${rankEn(facts.rankHigh)} place: with other voters it could have come there. We would rather tell you.`,
          ]
        : []),
      ...(facts.notes[0] ? [`A word left for you: “${facts.notes[0]}”`] : []),
      ...(facts.nextCloses && !facts.winner
        ? [
            `The next round takes designs until ${momentEn(facts.nextCloses, facts.timeZone)}. Your design is yours, entirely.`,
          ]
        : []),
      'Reply to this letter if something is not right: a person reads it.',
    ],
    action: { label: 'Read the whole letter', url: facts.url },
    signature: [facts.signedBy, 'for the workshop'],
  };
}

function countFr(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}

function momentFr(moment: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat('fr', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
    moment,
  );
  return `${day}, ${new Intl.DateTimeFormat('fr', { hour: 'numeric', timeZone }).format(moment)}`;
}

function momentEn(moment: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
    moment,
  );
  return `${day}, ${new Intl.DateTimeFormat('en', { hour: 'numeric', timeZone }).format(moment)}`;
}
