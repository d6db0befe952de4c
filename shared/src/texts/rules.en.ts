import type { Page } from './page.ts';
import { RULES_VERSION } from './rules-version.ts';

export const page: Page = {
  title: 'Rules of the vote',
  lead: 'One month, one vote, one run. How a design gets in, how it is rated, and who wins.',
  version: RULES_VERSION,
  sections: [
    {
      id: 'organiser',
      title: 'Who runs it',
      figure: { value: '{runSize}', of: 'numbered pieces of the winning design' },
      paragraphs: [
        'The contest is run by {legalName}, {address}. A person answers at {email}.',
        'Taking part is free. There is nothing to buy to enter, to vote or to win. Chance never decides who wins.',
        'The bounty is {bountyInFull}, plus the first piece of the run. The winning design is printed as {runSize} numbered pieces.',
        'Each round keeps the rules, the bounty and the run size that its page showed when it opened, even if we change them later.',
      ],
      see: ['bounty'],
    },
    {
      id: 'calendar',
      title: 'The month',
      figure: { value: '6', of: 'stages, from submissions to the close' },
      paragraphs: [
        'The planned dates are on the round’s page, in the workshop’s time ({timeZone}). Nobody can bring forward the start of voting, the final or the end of voting.',
      ],
      list: [
        'Collecting: designs come in, are checked, corrected, and admitted or refused.',
        'Voting: about 60% of the voting time. Designs are dealt in hands of ten.',
        'Final: the sixteen best rated, on their own.',
        'Freeze: at the appointed time, no more ratings get in. It happens without us.',
        'Count: the provisional result is public.',
        'Close: the workshop declares it, and the result never changes again.',
      ],
    },
    {
      id: 'entering',
      title: 'Entering a design',
      figure: { value: '20', of: 'ratings expected for each design admitted' },
      paragraphs: [
        'Any member with a verified e-mail address can enter up to three designs a round. The work is their own, and they name their sources.',
        'The workshop admits or refuses it, and says why. A refused design can be corrected and keeps its place. You can withdraw it for as long as the round collects.',
        'A design not yet admitted when voting opens moves to the next round.',
        'A round admits at most one design for every twenty ratings expected: with more, there would be too few ratings to tell them apart. The number is shown.',
      ],
      see: ['designers'],
    },
    {
      id: 'dealing',
      title: 'Who sees what',
      figure: { value: '10', of: 'designs in a hand' },
      paragraphs: [
        'You can rate only the designs you are dealt. A shared link shows a design; it does not let anyone vote for it.',
        'A hand is ten designs: those dealt least often first, then in an order of your ballot’s own, worked out in advance. You are dealt at most 30 while voting is open, 60 if the round has 150 designs or more, unless the round sets another number.',
        'Skipping is an answer. A design left unanswered for 24 hours goes back into the pack; a late rating is still taken while the phase is open.',
        'Before the count no page names the designers, and nobody, the workshop included, sees an average or a rank.',
      ],
    },
    {
      id: 'voting',
      title: 'Voting',
      figure: { value: '5', of: 'points at most, and one for wanting to wear it' },
      paragraphs: [
        'You need an account and a verified e-mail address. You can turn up in the middle of voting and start at once. You never rate your own design.',
        'You give 1 to 5, and say whether you would wear it, and in which size. The rating is worth 1 to 5 points; wanting to wear it adds one.',
        'You can change your mind until the phase ends: the latest rating replaces the one before.',
        'A word to the designer, 280 characters at most, is kept apart from your ballot, read by us first, then sent with their result letter.',
      ],
    },
    {
      id: 'final',
      title: 'The final',
      figure: { value: '16', of: 'designs in the final' },
      paragraphs: [
        'The top sixteen are dealt again, or all of them if there are fewer; whoever shares the last place is in too. A new rating replaces the old one; the other designs keep theirs. This cut is never redone.',
        'The final is open to accounts made before it began. Everyone else is told when the next round starts.',
      ],
    },
    {
      id: 'count',
      title: 'The count',
      figure: { value: '10', of: 'average ratings added to each design' },
      paragraphs: [
        'We take a design’s average points after adding ten ratings equal to the round’s average. So a handful of keen friends is not enough to win.',
        'In full: R ratings are worth P points in the whole round; the design has n ratings and p points. Its score is the whole part of 1,000,000 × (R × p + 10 × P) / (R × (n + 10)). It is worked out in whole numbers, with no rounding on the way.',
        'Ratings from voting and from the final count together. The finalist with the highest score wins.',
        'The result shows how many times each design was given each rating, so anyone can redo the sum.',
      ],
      see: ['method'],
    },
    {
      id: 'ties',
      title: 'Ties, quorum, margin',
      figure: { value: '7', of: 'days more, once, if ratings are missing' },
      paragraphs: [
        'On equal scores, the larger share of “I would wear it” wins, then the larger number of ratings. If designs are still equal they share the place: each wins, each is paid, each gets a run. With no ratings at all there is no winner.',
        'Each finalist needs 100 ratings, 50 in a round with fewer than 500 voters, and the median admitted design at least 20, unless the round sets its own thresholds. Otherwise the final is extended by seven days, once. If ratings are still short, the result page says that the choice was made from a shortlist.',
        'When the gap between the first two is less than twice its uncertainty, the page says “photo finish”.',
      ],
    },
    {
      id: 'winner',
      title: 'Winning, and what can stop it',
      paragraphs: [
        'The workshop may pass over a winner if someone else claims the rights or the design cannot be printed. The reason is published, and the next design takes the place.',
        'A round can be cancelled until it is counted, never afterwards, with a published reason.',
        'Every entrant gets a letter: their place, their ratings, the voters’ words.',
      ],
      see: ['bounty'],
    },
    {
      id: 'suspicious-votes',
      title: 'Suspicious votes',
      figure: { value: '85%', of: 'of ratings alike, and a ballot is set aside' },
      since: 'review',
      paragraphs: [
        'A suspicious rating is set aside, never deleted. A designer is never punished for other people’s votes.',
        'A ballot of at least ten ratings with more than 85% of them the same is set aside automatically. Twin ballots, or improbably many ballots that share one sole favourite, are looked at by a person. A burst of new accounts on one network is only a hint: schools and offices share an address.',
        'The workshop judges groups without seeing their averages. Each decision has a reason and goes into the public log. When it changes the winner, a second person at the workshop signs it. The result shows both counts.',
        'The voter is told, and can appeal within the time shown on the round’s page. An appeal can only restore a ballot. While one is open, the round does not close.',
      ],
    },
  ],
};
