import { deFr } from './elision.ts';
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

const quoteFr = (text: string) => `«${nb}${text}${nb}»`;
const numberFr = (value: number) => new Intl.NumberFormat('fr').format(value).replaceAll('\u202f', nb);
/** Of the place, which is feminine. */
const placeFr = (rank: number) => `${numberFr(rank)}${ordinalMark('fr', rank, 'f')}`;
const rankFr = (rank: number) => `${numberFr(rank)}${ordinalMark('fr', rank)}`;
const numerals = ['', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'];
const numeralFr = (count: number) => numerals[count] ?? numberFr(count);

export function french(facts: LetterFacts, timeZone: string): LetterText {
  const { title, rank, rankLow, rankHigh, designs, ratings, wouldWear } = facts;
  const others = otherWinners(facts);
  const list = (items: readonly string[]) => new Intl.ListFormat('fr', { type: 'conjunction' }).format(items);
  const sizes = favouriteSizes(facts.sizes);
  const of = numberFr(designs);
  return {
    subject: hasRank(facts) ? `${title} finit ${rankFr(rank)} sur ${of}` : `Le résultat de ${title}`,
    hello: facts.designer ? `Bonjour ${facts.designer},` : 'Bonjour,',
    fact: facts.winner
      ? `${quoteFr(title)} est élu.`
      : facts.passedOverReason
        ? `${quoteFr(title)} ne sera pas imprimé.`
        : `${quoteFr(title)} n’est pas imprimé ce mois-ci.`,
    result: [
      hasRank(facts)
        ? `Il finit ${rankFr(rank)} sur ${of}.`
        : `Il a ${numberFr(ratings)} ${ratings < 2 ? 'note' : 'notes'}${nb}: en dessous de ${RATINGS_FOR_RANK}, nous ne donnons pas de rang.`,
      ...(facts.winner ? ['Il part au tirage.'] : []),
      ...(!facts.winner && facts.finalist ? ['Il était en finale.'] : []),
      ...(facts.passedOverReason
        ? [`La raison, publiée avec le résultat${nb}: ${sentence(facts.passedOverReason)}`]
        : []),
      ...(!facts.winner && others.length > 0
        ? [
            `${others.length === 1 ? 'C’est' : 'Ce sont'} ${list(others.map((one) => quoteFr(one.title) + (one.designer ? `, ${deFr(one.designer)},` : '')))} qui ${others.length === 1 ? 'part' : 'partent'} au tirage.`,
          ]
        : []),
    ].join(' '),
    figures: [
      ratings === 0
        ? 'Personne ne l’a noté.'
        : ratings === 1
          ? 'Une personne l’a noté.'
          : `${numberFr(ratings)} personnes l’ont noté.`,
      wouldWear === 0
        ? 'Personne n’a dit vouloir le porter.'
        : `${numberFr(wouldWear)} ${wouldWear === 1 ? 'le porterait' : 'le porteraient'}${sizes.length > 0 ? `, le plus souvent en ${list(sizes)}` : ''}.`,
    ],
    margin:
      !hasRank(facts) || designs < 2
        ? null
        : rankLow < rankHigh
          ? `La marge le situe entre la ${placeFr(rankLow)} et la ${placeFr(rankHigh)} place${nb}: avec d’autres votants, il y finirait neuf fois sur dix. Nous préférons vous le dire.`
          : `Avec d’autres votants, il finirait ${rankFr(rank)} neuf fois sur dix${nb}: la marge est nulle.`,
    decisions: facts.decisions.map((decision) => {
      if (decision.kind === 'refusal') {
        const why = decision.reasons.map((reason) => sentence(reason.fr)).join(' ');
        const said = decision.message
          ? ` Nous vous écrivions${nb}: ${quotedSentence(decision.message.trim(), quoteFr)}`
          : '';
        return `Le ${dayOf(decision.at, 'fr', timeZone)}, nous avions refusé une première version. ${why}${said} La version corrigée a été admise, et elle a concouru comme les autres.`;
      }
      // One rating a ballot: the design has as many ratings less as ballots were set aside.
      const many = decision.ratings > 1;
      const why = list(decision.reasons.map((reason) => signalText(reason, decision.ratings, 'fr')));
      const count = many ? `${numberFr(decision.ratings)} notes ne comptent pas` : 'Une note ne compte pas';
      const place = hasRank(facts) ? ` Avec ${many ? 'elles' : 'elle'}, il finirait ${rankFr(decision.rankWith)}.` : '';
      return `${count}${nb}: ${many ? 'elles viennent de bulletins mis' : 'elle vient d’un bulletin mis'} de côté, parce que ${why}.${place} Cela ne dit rien de vous. Les deux décomptes sont publiés avec le résultat.`;
    }),
    notes:
      facts.notes.length === 0
        ? null
        : facts.notes.length === 1
          ? `Une personne vous a laissé un mot. Le voici${nb}:`
          : `${numeralFr(facts.notes.length)} personnes vous ont laissé un mot. En voici un${nb}:`,
    by: 'Une personne qui a voté',
    ahead: facts.winner
      ? 'La dotation est due depuis ce jour. Dites-nous où la verser, lisez le contrat, choisissez votre taille\u00a0: la pièce nº\u00a01 est la vôtre.'
      : `${
          facts.next
            ? `La récolte ${deFr(monthOf(facts.next.round, 'fr'))} prend des dessins jusqu’au ${momentFr(facts.next.submissionsCloseAt, timeZone)}. Celui-ci peut y revenir redessiné, ou un autre.`
            : 'La prochaine récolte n’a pas encore ses dates.'
        } Et si vous préférez le vendre ailleurs, il est à vous, entièrement.`,
    reply: 'Écrivez-nous si quelque chose ne va pas\u00a0: une personne lit, et répond.',
    for: 'pour l’atelier',
  };
}

function momentFr(at: string, timeZone: string): string {
  const { hour, minute } = clockOf(at, timeZone);
  return `${dayOf(at, 'fr', timeZone)}, ${hour}${nb}h${minute === '00' ? '' : `${nb}${minute}`}`;
}
