import {
  clockOf,
  dayOf,
  favouriteSizes,
  hasRank,
  type LetterFacts,
  type LetterText,
  monthOf,
  nb,
  otherWinners,
  quotedSentence,
  sentence,
  signalText,
} from './letter-words.ts';
import { RATINGS_FOR_RANK } from './margins.ts';
import { ordinalMark } from './ordinals.ts';

const quoteEn = (text: string) => `“${text}”`;
const numberEn = (value: number) => new Intl.NumberFormat('en').format(value);
const rankEn = (rank: number) => `${numberEn(rank)}${ordinalMark('en', rank)}`;
const numerals = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const numeralEn = (count: number) => numerals[count] ?? numberEn(count);

export function english(facts: LetterFacts, timeZone: string): LetterText {
  const { title, rank, rankLow, rankHigh, designs, ratings, wouldWear } = facts;
  const others = otherWinners(facts);
  const list = (items: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);
  const sizes = favouriteSizes(facts.sizes);
  const of = numberEn(designs);
  return {
    subject: hasRank(facts) ? `${title} came ${rankEn(rank)} of ${of}` : `The result of ${title}`,
    hello: facts.designer ? `Hello ${facts.designer},` : 'Hello,',
    fact: facts.winner
      ? `${quoteEn(title)} has won.`
      : facts.passedOverReason
        ? `${quoteEn(title)} will not be printed.`
        : `${quoteEn(title)} is not printed this month.`,
    result: [
      hasRank(facts)
        ? `It came ${rankEn(rank)} of ${of}.`
        : `It has ${numberEn(ratings)} ${ratings === 1 ? 'rating' : 'ratings'}: below ${RATINGS_FOR_RANK} we give no rank.`,
      ...(facts.winner ? ['It goes to print.'] : []),
      ...(!facts.winner && facts.finalist ? ['It was in the final.'] : []),
      ...(facts.passedOverReason ? [`The reason, published with the result: ${sentence(facts.passedOverReason)}`] : []),
      ...(!facts.winner && others.length > 0
        ? [
            `${list(others.map((one) => quoteEn(one.title) + (one.designer ? ` by ${one.designer}` : '')))} ${others.length === 1 ? 'goes' : 'go'} to print.`,
          ]
        : []),
    ].join(' '),
    figures: [
      ratings === 0
        ? 'Nobody rated it.'
        : ratings === 1
          ? 'One person rated it.'
          : `${numberEn(ratings)} people rated it.`,
      wouldWear === 0
        ? 'Nobody said they would wear it.'
        : `${numberEn(wouldWear)} would wear it${sizes.length > 0 ? `, most often in ${list(sizes)}` : ''}.`,
    ],
    margin:
      !hasRank(facts) || designs < 2
        ? null
        : rankLow < rankHigh
          ? `The margin puts it between ${rankEn(rankLow)} and ${rankEn(rankHigh)} place: with other voters it would come there nine times in ten. We would rather tell you.`
          : `With other voters it would come ${rankEn(rank)} nine times in ten: there is no margin.`,
    decisions: facts.decisions.map((decision) => {
      if (decision.kind === 'refusal') {
        const why = decision.reasons.map((reason) => sentence(reason.en)).join(' ');
        const said = decision.message ? ` We wrote to you: ${quotedSentence(decision.message.trim(), quoteEn)}` : '';
        return `On ${dayOf(decision.at, 'en', timeZone)} we had refused a first version. ${why}${said} The corrected one was admitted, and it ran like all the others.`;
      }
      const many = decision.ratings > 1;
      const why = list(decision.reasons.map((reason) => signalText(reason, decision.ratings, 'en')));
      const count = many ? `${numberEn(decision.ratings)} ratings do not count` : 'One rating does not count';
      const place = hasRank(facts)
        ? ` With ${many ? 'them' : 'it'} the design would come ${rankEn(decision.rankWith)}.`
        : '';
      return `${count}: ${many ? 'they come from ballots that were' : 'it comes from a ballot that was'} set aside, because ${why}.${place} That says nothing about you. Both counts are published with the result.`;
    }),
    notes:
      facts.notes.length === 0
        ? null
        : facts.notes.length === 1
          ? 'One person left you a word. Here it is:'
          : `${numeralEn(facts.notes.length)} people left you a word. Here is one:`,
    by: 'Someone who voted',
    ahead: facts.winner
      ? 'The bounty is owed from today. Tell us where to pay it, read the contract, choose your size: piece number 1 is yours.'
      : `${
          facts.next
            ? `The ${monthOf(facts.next.round, 'en')} round takes designs until ${momentEn(facts.next.submissionsCloseAt, timeZone)}. This one can come back redrawn, or another.`
            : 'The next round has no dates yet.'
        } And if you would rather sell it elsewhere, it is yours, entirely.`,
    reply: 'Write to us if something is not right: a person reads it, and answers.',
    for: 'for the workshop',
  };
}

function momentEn(at: string, timeZone: string): string {
  const { hour, minute } = clockOf(at, timeZone);
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}${minute === '00' ? '' : `:${minute}`}${nb}${hour < 12 ? 'am' : 'pm'}`;
  return `${dayOf(at, 'en', timeZone)}, ${clock}`;
}
