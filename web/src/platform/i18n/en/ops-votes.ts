import type { opsVotes as shape } from '../fr/ops-votes.ts';
import { pluralEn } from '../plural.ts';

const ballots = (count: string, value: number) => `${count} ${pluralEn(value, { one: 'ballot', other: 'ballots' })}`;

export const opsVotes: typeof shape = {
  title: 'Suspicious votes',
  sealed: 'Nobody sees a rating before the count: no average, no rank, no list sorted by score.',
  order: 'Groups are in no particular order.',
  round: 'Round',
  noRound: 'No round is voting.',
  noRoundHint: 'During the vote, ballots that look too much alike come here in groups. You decide which of them count.',
  view: 'View',
  views: {
    open: 'To decide',
    quarantined: 'Set aside',
    dismissed: 'Left in',
    released: 'Restored',
    appeals: 'Appeals',
  },
  waiting: (clusters, appeals) => {
    if (clusters + appeals === 0) return 'Nothing is waiting for a decision.';
    const groups = clusters === 1 ? 'One group to decide' : `${clusters} groups to decide`;
    const asked = appeals === 1 ? 'one unanswered appeal' : `${appeals} unanswered appeals`;
    if (appeals === 0) return `${groups}.`;
    return clusters === 0 ? `${asked.charAt(0).toUpperCase()}${asked.slice(1)}.` : `${groups}, ${asked}.`;
  },
  empty: {
    open: 'Nothing suspicious.',
    openHint: 'Ballots are read through every ten minutes, and one last time when voting stops.',
    quarantined: 'Nothing is set aside.',
    dismissed: 'No group has been left in.',
    released: 'No group has been restored.',
    otherHint: 'Whatever is decided here stays on record, with its reason.',
  },
  queue: 'Groups',
  signals: {
    flat_ballot: 'Flat ballots',
    sole_favourite: 'Sole favourite',
    twin_ballots: 'Twin ballots',
    burst: 'Burst',
    account_age: 'New accounts',
  },
  about: (signal, title) => `${signal}: ${title}`,
  states: {
    open: 'to decide',
    quarantined: 'set aside',
    dismissed: 'left in',
    released: 'restored',
  },
  ballotsWord: (count) => pluralEn(count, { one: 'ballot', other: 'ballots' }),
  ballots,
  found: (when) => `Found on ${when}.`,
  evidence: 'What is counted',
  supporting: 'In support, never proof',
  noSupport: 'Nothing else supports it.',
  counts: {
    flat_ballot: () =>
      'Each has at least ten ratings, more than 85% of them the same. The rule sets them aside by itself.',
    sole_favourite: ({ ballots: some = 0, of = 0 }) =>
      `${some} ${pluralEn(some, { one: 'ballot likes', other: 'ballots like' })} this design alone, of ${of} in the round that like only one.`,
    twin_ballots: ({ pairs = 0, common = 0, equal = 0 }) =>
      `${pairs} ${pluralEn(pairs, { one: 'pair is', other: 'pairs are' })} too much alike. The closest: ${common} designs in common, ${equal} ${pluralEn(equal, { one: 'answer', other: 'answers' })} the same.`,
    burst: ({ accounts = 0, hours = 0 }) =>
      `${accounts} accounts under seven days old, on one network, within ${hours} hours. Schools and offices share theirs.`,
    account_age: ({ youngPercent = 0, roundYoungPercent = 0 }) =>
      `${youngPercent}% of accounts under seven days old, against ${roundYoungPercent}% in the round.`,
  },
  finalists: {
    question: 'Would change the finalists',
    yes: 'Yes',
    no: 'No',
    cut: 'Cut made',
    cutHint: 'The cut for the final is never redone.',
  },
  punished: 'A designer is never punished for other people’s votes.',
  acts: {
    quarantine: 'Set aside',
    dismissal: 'Leave in',
    release: 'Restore',
    signature: 'Sign',
  },
  keys: { quarantine: 'M', dismissal: 'L', release: 'R', signature: 'S' },
  ask: {
    quarantine: 'Why set it aside',
    dismissal: 'Why leave it in',
    release: 'Why restore it',
    signature: 'Sign what was set aside',
  },
  will: {
    quarantine: (count) =>
      count === 1
        ? 'This ballot no longer counts. Nothing is deleted. The voter is told, and can appeal.'
        : `These ${count} ballots no longer count. Nothing is deleted. Their voters are told, and can appeal.`,
    dismissal: (count) =>
      count === 1
        ? 'This ballot stays in the count. Nobody is told.'
        : `These ${count} ballots stay in the count. Nobody is told.`,
    release: (count) =>
      count === 1
        ? 'This ballot counts again. The voter is told.'
        : `These ${count} ballots count again. Their voters are told.`,
    recount: 'The round is counted again at once: the winner may change.',
    signature: 'You confirm, after someone else, a decision that changes the winner. Your name stays on record.',
    log: 'The decision and its reason go into the public log.',
  },
  reasonMissing: 'Choose a reason.',
  quarantineReasons: {
    flat_ballot: 'The ballots tell nothing apart: almost every rating is the same.',
    sole_favourite: 'Too many ballots like this design alone for it to be chance.',
    twin_ballots: 'The ballots are copies of one another.',
    other: 'Another reason.',
  },
  dismissReasons: {
    honest_pattern: 'A shared taste explains it: a theme, an audience, friends.',
    shared_network: 'A shared place explains it: a school, an office, a household.',
    other: 'Another reason.',
  },
  releaseReasons: {
    appeal_upheld: 'An appeal was upheld.',
    no_longer_flat: 'The ballots are no longer flat.',
    mistake: 'It was a mistake.',
    other: 'Another reason.',
  },
  said: {
    quarantine: (name, count) => `${name}: ${ballots(String(count), count)} set aside.`,
    dismissal: (name, count) => `${name}: ${ballots(String(count), count)} left in.`,
    release: (name, count) => `${name}: ${ballots(String(count), count)} restored.`,
    signature: (name) => `${name}: signed.`,
  },
  over: 'This group is decided.',
  reasons: {
    wrong_phase: (phase) => `Not at this stage (${phase}).`,
    already_quarantined: () => 'The group is set aside already.',
    already_dismissed: () => 'The group has been left in already.',
    already_released: () => 'The group counts again already.',
    not_quarantined: (state) => `The group is not set aside (${state}).`,
    signature_not_needed: () => 'This group does not change the winner: only an appeal can still restore it.',
    already_signed: () => 'It has been signed.',
    reason_used: () => 'The log says that of these ballots already: choose another reason.',
    second_operator_needed: () => 'You set this group aside: someone else at the workshop decides now.',
  },
  refused: 'Your decision was not taken.',
  stale: 'Someone else decided in the meantime.',
  staleSee: 'See their decision',
  decisions: 'Decisions',
  noDecision: 'No decision yet.',
  decided: {
    quarantine: (count, value) => `${ballots(count, value)} set aside`,
    dismissal: (count, value) => `${ballots(count, value)} left in`,
    release: (count, value) => `${ballots(count, value)} restored`,
    signature: () => 'Second signature',
  },
  byWhom: (who, when) => `${who}, ${when}`,
  rule: 'The rule, by itself',
  leaf: 'Line of the log',
  signature: {
    missing: 'Second signature needed',
    given: 'Signed by two people',
    title: 'What is set aside changes the winner.',
    text: 'A second person at the workshop signs each group, or restores it. Until then the round does not close.',
  },
  appeals: {
    open: 'Unanswered',
    answered: 'Answered',
    empty: 'No appeals.',
    emptyHint: 'Voters whose ballot was set aside can appeal from their ballot.',
    noneOpen: 'Every appeal has its answer.',
    anonymous: 'No names: you read the words, not the person. An appeal can only restore a ballot.',
    until: (when, days) => `Voters can appeal until ${when}, ${days}.`,
    ended: 'The time to appeal is over.',
    noEnd: 'The time to appeal starts running at the count.',
    blocks: 'An unanswered appeal keeps the round from closing.',
    received: (when, days) => `Received on ${when}, ${days}`,
    words: 'What the voter says',
    because: 'Set aside for',
    unknown: 'no reason given',
    ratings: (count, value) => `${count} ${pluralEn(value, { one: 'rating', other: 'ratings' })} set aside today`,
    noRatings: 'All their ratings count today.',
    group: 'See the group',
    reply: 'Answer',
    answer: 'Your answer',
    answerHint: 'The voter gets it word for word, by e-mail and on their ballot.',
    answerMissing: 'Write an answer: someone is waiting for it.',
    uphold: 'Restore the ballot',
    reject: 'Keep it set aside',
    upholdWill: 'Restore: their ratings count again.',
    upholdRecount: 'Restore: their ratings count again, and the round is counted anew.',
    rejectWill: 'Keep: the count stays as it is. This answer is final.',
    upheldSaid: 'Appeal upheld, ballot restored.',
    rejectedSaid: 'Appeal rejected, ballot kept aside.',
    states: { open: 'unanswered', upheld: 'upheld', rejected: 'rejected' },
    yourAnswer: 'Answer sent',
    stale: 'Someone else answered in the meantime. Their answer is below.',
  },
};
