import type { Page } from './page.ts';

export const page: Page = {
  title: 'How the vote works',
  lead: 'What we do so that the vote means something, and what it will never tell you.',
  sections: [
    {
      id: 'why',
      title: 'Why hands of ten',
      figure: { value: '0', of: 'rounds won by a group, when people rate only what they are dealt' },
      paragraphs: [
        'Before writing the rules we simulated rounds of 50 to 1,000 designs and 200 to 5,000 voters, some careless, some biased, some organised. Who sees what mattered more than the formula.',
        'Showing popular designs first left 35% of them with fewer than five ratings. Dealing every design equally left none.',
        'When a shared link could collect votes, a bloc of 5% of the voters won up to 79% of the rounds with 300 designs, and every round with 1,000. When people rate only what they are dealt, it won none of those.',
        'A final among the top sixteen was the largest single improvement.',
      ],
      see: ['rules'],
    },
    {
      id: 'exposure',
      title: 'The same number of eyes on each',
      paragraphs: [
        'The next design dealt is always among those dealt least. A small spread remains, because nobody rates their own and some hands go unanswered. We measure it and the result shows it: minimum, maximum, Gini index.',
        'The gallery is shuffled, never sorted by success.',
      ],
    },
    {
      id: 'sealed',
      title: 'Sealed ratings',
      figure: { value: '60', of: 'days after the close, and the link to you is deleted' },
      paragraphs: [
        'Until the count no screen shows an average, a rank or a sorted list, to you or to the workshop. We can see how many ratings came in, not what they say.',
        'Your ratings are filed under a random pseudonym, a new one each round. The link between it and you is kept apart, and deleted 60 days after the close.',
      ],
    },
    {
      id: 'receipt',
      title: 'The receipt',
      figure: { value: '1', of: 'line and one receipt for each rating' },
      paragraphs: [
        'Every rating recorded adds a line to the round’s log. The line does not hold the rating but its fingerprint, made with a secret number called the salt, so nobody can guess the rating by reading it.',
        'You get a receipt at once: the line, the salt, what you rated, and the shop’s signature. With it, anyone can work out the fingerprint again. A short code helps you find it.',
        'Changing your mind adds a line that names the one it replaces. The database refuses to change or delete a line.',
      ],
    },
    {
      id: 'recount',
      title: 'Doing the sum again',
      figure: { value: '10', of: 'cells for each design: five ratings, to be worn or not' },
      paragraphs: [
        'For each design the result publishes the ten cells of its histogram: every rating from 1 to 5, with and without “I would wear it”. The score follows to the last digit from the formula in the rules.',
        'The interval says where a design might have finished with other voters from the same public, nine times in ten. We would rather print it than suggest a precision we do not have.',
      ],
    },
    {
      id: 'proofs',
      title: 'The log that anyone can check',
      figure: { value: '1 h', of: 'at most between two signed heads' },
      since: 'verification',
      paragraphs: [
        'The log is a Merkle tree, like those that keep watch over the web’s certificates (RFC 6962). While it grows its head is signed at least hourly, and e-mailed to the round’s designers every day, at the cut and at the freeze. We cannot rewrite the past without those heads contradicting us.',
        'Your receipt is completed by an inclusion proof: it shows that your line is in the tree.',
        'At the close everything is published in one bundle: the log, what opens each line, the list of designs, the result, the signed heads. The page “Check a vote” recounts it in your browser, and a program does so offline. Neither shares any counting code with our server.',
        'It proves that recorded ballots were not changed, dropped or added after a published head, and that the count is right.',
        'We also publish what helps to judge the rest: how many accounts could vote, how old those of the voters are, and a count of buyers only when there are enough of them to give away nobody’s vote. Those figures cannot be recounted: a pseudonym says nothing of the account behind it.',
      ],
      see: ['verify'],
    },
    {
      id: 'limits',
      title: 'What nothing here proves',
      figure: { value: '4', of: 'limits, told as they are' },
      paragraphs: ['Voting online has limits. These are ours.'],
      list: [
        'That an account is a person. We verify an e-mail address, not an identity.',
        'That nobody has access to the ratings. Our screens do not show them, but whoever runs the database could read them.',
        'That no vote was sold, or given out of friendship.',
        'That no quiet bloc tipped it. One of 5% of the voters, well hidden and active only in the final, can still change a winner.',
      ],
    },
  ],
};
