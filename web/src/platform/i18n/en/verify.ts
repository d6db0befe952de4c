import type { verify as shape } from '../fr/verify.ts';
import { pluralEn } from '../plural.ts';

const several = (count: number, one: string, other: string) => pluralEn(count, { one, other });

const checks: (typeof shape)['round']['checks'] = {
  archive: {
    title: 'The bundle is whole',
    ok: (f) => `All ${f('files')} files are in it.`,
    bad: 'A file is missing, or one cannot be read. A download cut short is enough: fetch it again.',
  },
  key: {
    title: 'The key is the shop’s',
    ok: () => '',
    bad: 'The bundle is signed with another key: that of another shop, or of a forger.',
  },
  manifest: {
    title: 'Its parts are signed',
    ok: (f) => `Titles, settings, result: ${f('files')} files, the ones the shop signed.`,
    bad: 'A file was changed after it was signed.',
  },
  heads: {
    title: 'Every head is signed',
    ok: () => 'A head is the shop’s signature on the whole log at one moment.',
    bad: 'A head is not signed by the shop, or stands in the wrong place.',
  },
  log: {
    title: 'Every line can be read',
    ok: (f, n) => `${n(f('ballots'))} of them ${several(f('ballots'), 'is a vote', 'are votes')}.`,
    bad: 'A line is not of the expected form. Reading stops there.',
  },
  tree: {
    title: 'No line has moved',
    ok: () => 'Hashed again, the lines give every head: nothing was changed, dropped or moved since.',
    bad: 'The lines do not give what was signed. One of them was changed, dropped or moved.',
  },
  rules: {
    title: 'Every line is in its place',
    ok: () => 'One cut, nothing after the close, and what replaces names what it replaces.',
    bad: 'A line breaks the rules of the log. It should not be there.',
  },
  last_head: {
    title: 'The last head covers all of it',
    ok: () => 'The log ends with the close, and the head covers it. Nothing can be added.',
    bad: 'The log does not end with the close, or lines lie outside the last head.',
  },
  openings: {
    title: 'Every rating is the one that was sealed',
    ok: () => 'Rating and salt give the fingerprint that was written down at the vote.',
    bad: 'A published rating is not the one that was sealed at the vote, or its line is missing from the log.',
  },
  unopened: {
    title: 'Nothing is hidden',
    ok: (f, n) =>
      f('erased') === 0
        ? 'All ratings are open.'
        : `${n(f('erased'))} ${several(f('erased'), 'rating, erased at its voter’s request, stays', 'ratings, erased at their voters’ request, stay')} sealed. All others are open.`,
    bad: 'A rating stays sealed that was not erased, or an erased one is open.',
  },
  ballots: {
    title: 'One rating for each voter and design',
    ok: (f, n) => `${n(f('counted'))} ${several(f('counted'), 'rating counts', 'ratings count')}.`,
    bad: 'A voter counts twice, or votes for a design that was not in the round.',
  },
  histograms: {
    title: 'Every design has its own',
    ok: (f, n) =>
      f('left') === 0
        ? 'Counted one by one, the ten cells of every design are those of the result.'
        : `Counted one by one, the ten cells are those of the result. ${n(f('left'))} ${several(f('left'), 'design that the log passes over is', 'designs that the log passes over are')} not counted.`,
    bad: 'A design does not have the ratings that the result gives it, or is not counted and the log does not say so.',
  },
  sizes: {
    title: 'The sizes asked for are right',
    ok: () => '“I would wear it”, size by size.',
    bad: 'A design does not have the sizes that the result gives it.',
  },
  totals: {
    title: 'The sums are right',
    ok: (f, n) =>
      `${n(f('ratings'))} ${several(f('ratings'), 'rating', 'ratings')}, ${n(f('points'))} points, ${n(f('wouldWear'))} would-wears.`,
    bad: 'The sums in the result are not those of the ratings.',
  },
  ranking: {
    title: 'The ranking comes out the same',
    ok: () => 'Scores, places, ties and intervals, to the last digit.',
    bad: 'A design does not have the score, place or interval that its ratings give.',
  },
  cut: {
    title: 'The cut kept the right ones',
    ok: (f) =>
      f('passedOver') > 0
        ? 'The finalists are those who led at the moment of the cut, but for those the log passes over.'
        : 'The finalists are those who led at the moment of the cut.',
    bad: 'The ratings of that moment choose other finalists.',
  },
  quorum: {
    title: 'The quorum is told as it is',
    ok: (f) => (f('met') ? 'It was met.' : 'It was not met, and the result says so.'),
    bad: 'The result tells of the quorum otherwise than the ratings do.',
  },
  set_aside: {
    title: 'What is set aside is shown',
    ok: (f, n) =>
      f('ratings') === 0
        ? 'No rating is set aside.'
        : `${n(f('ratings'))} ${several(f('ratings'), 'rating', 'ratings')} set aside, of ${n(f('voters'))} ${several(f('voters'), 'voter', 'voters')}: the result gives both counts.`,
    bad: 'The result does not tell all that is set aside, or what it changes.',
  },
  winners: {
    title: 'The winner is the right one',
    ok: (f) =>
      f('winners') === 0
        ? 'The ratings give none.'
        : f('passedOver') > 0
          ? 'The best finalist, but for those the workshop passed over with a published reason.'
          : 'The best finalist, by the ratings alone.',
    bad: 'The ratings choose another winner.',
  },
};

const noEd25519 = 'This browser cannot check Ed25519 signatures. Try again in a newer one.';

export const verify: typeof shape = {
  title: 'Check a vote',
  description: 'Check your receipt, or recount a whole round, in your own browser.',
  headline: 'Count it yourself.',
  lead: 'One receipt, or a whole round. Every sum is done in this browser, before your eyes.',
  here: 'Your files stay here.',
  hereText: 'Once the page is open, go offline and open a bundle: it still works.',
  ways: 'Two ways',
  toReceipts: 'Check a receipt',
  toRound: 'Recount a round',
  drawing: {
    line: 'your line',
    head: 'the signed head',
    caption: 'Each vote is a line. Two by two, their fingerprints climb to one head, which the shop signs.',
  },
  states: { wait: 'to come', now: 'under way', ok: 'passed', bad: 'failed', open: 'not checked' },
  passed: (at, of) => `${at} of ${of}`,
  said: (at, of, title, state) => `${at} of ${of}, ${title}: ${state}.`,
  quoted: (title) => `“${title}”`,
  detail: 'What the program says of it (lines counted from 0)',
  again: 'Check something else',
  stop: 'Stop',
  print: 'Print',
  receipts: {
    title: 'One receipt',
    lead: 'Every rating leaves a receipt. It proves that the rating arrived, just as you gave it.',
    mine: (count, month) => (count === 1 ? `Check my receipt of ${month}` : `Check my ${count} receipts of ${month}`),
    mineTitle: 'From your ballot',
    mineNone: 'You have no rating in this round.',
    reading: 'Reading your ballot',
    drop: 'File of receipts',
    dropHint: 'The .json file you downloaded at the end of your ballot.',
    paste: 'Or paste the receipt',
    pasteHint: 'One or several, as the ballot copies them.',
    check: 'Check',
    asks: 'The page asks the site for the line, by its fingerprint, which is public, and for the design’s picture. The rating and its salt do not leave.',
    progress: 'Checking the receipts',
    refusals: {
      empty: 'There is nothing to read. Paste the whole receipt.',
      not_json: 'This text is no receipt. It begins with { and ends with }: paste all of it.',
      not_receipts: 'This is no Fraisier receipt, or a part of it is missing.',
      other_format: 'These receipts are of a format this page does not know yet. Reload it.',
      none: 'There is no receipt in this file.',
      too_many: 'More than 1,000 receipts: no ballot has as many.',
      too_large: 'The file is over 5 MB: these are no receipts.',
      a_bundle: 'This is the bundle of a round. Open it further down, under “A whole round”.',
      broke: 'The checker could not start. Reload the page while online.',
    },
    checks: {
      form: {
        title: 'It can be read',
        ok: 'A line of the vote, in the expected form.',
        bad: 'This is no line of this round’s vote, or it was damaged on the way.',
      },
      leaf: {
        title: 'Its line gives its fingerprint',
        ok: 'SHA-256, done again here.',
        bad: 'The fingerprint is not that of the line. One of the two was changed.',
      },
      seal: {
        title: 'It opens what was sealed',
        ok: 'Rating and salt give what the line seals.',
        bad: 'The rating in the receipt is not the one the line seals.',
      },
      signature: {
        title: 'The shop signed it',
        ok: 'Ed25519, with the key of the round: the shop cannot say it never got it.',
        bad: 'The signature is not the shop’s.',
      },
      head: {
        title: 'The newest head is signed',
        ok: 'The shop’s signature on the whole log of the round so far.',
        bad: 'The head that the site gives is not signed with the key of the round.',
      },
      inclusion: {
        title: 'The head covers its line',
        ok: 'From the line up to the head every step was hashed again. It cannot vanish unseen.',
        bad: 'The log does not hold this line. A signed receipt without its line is evidence against us.',
      },
    },
    open: {
      no_ed25519: noEd25519,
      no_answer: 'This step needs a connection. The rest was checked.',
      no_round: 'This site has no round of that name: the receipt may be another shop’s.',
      no_line: 'The site gives no head for this line.',
      next_head: 'No head covers this line yet: the next one will.',
    },
    nextHead: (moment) => `It comes on ${moment} at the latest. Come back then.`,
    size: (size) => `Lines that it covers: ${size}.`,
    verdict: {
      passed: (count) => (count === 1 ? 'Your rating is in.' : `Your ${count} ratings are in.`),
      passedText: (count) =>
        count === 1
          ? 'The receipt is true, and its line is in the signed log.'
          : 'The receipts are true, and their lines are in the signed log.',
      waiting: () => 'True. The head will follow.',
      waitingText: (open, count) =>
        count === 1
          ? 'The shop signed this receipt. Its line waits for the next head of the log.'
          : `The shop signed these receipts. ${open === count ? 'Their lines wait' : open === 1 ? 'One line waits' : `${open} lines wait`} for the next head of the log.`,
      open: 'Nothing false, not all proved.',
      openText: 'What could be checked is right. The rest is marked in the list.',
      failed: (failed, count) =>
        count === 1
          ? 'This receipt does not hold.'
          : failed === 1
            ? `One receipt of ${count} does not hold.`
            : `${failed} receipts of ${count} do not hold.`,
      failedText: 'The list says where. A damaged copy is enough: go back to the original file.',
      counts: 'To be in the log is not yet to count: a rating that was replaced or set aside stays there too.',
      countsLink: 'After the close, recount the round: your receipts are looked up in it.',
    },
    said: {
      title: (count) => (count === 1 ? 'What this receipt says' : `What these ${count} receipts say`),
      intro: 'Opened here, in this browser.',
      wear: 'I would wear it',
      wearIn: (size) => `I would wear it, size ${size}`,
      notWear: 'Without “I would wear it”',
      line: (line) => `In the log, line ${line}`,
      next: 'With the next head',
      unproved: 'Place not checked',
      broken: 'Does not hold',
      unopened: 'Does not open',
      code: 'Code',
      unknown: 'A design whose title is not known here',
    },
  },
  round: {
    title: 'A whole round',
    lead: 'The bundle published at the close holds everything: log, opened ratings, designs, result. A program that shares nothing with the shop’s counts again.',
    which: 'Round',
    option: (number, month) => `No. ${number}, ${month}`,
    download: (size) => (size ? `Download and check, ${size}` : 'Download and check'),
    none: 'No round is decided yet.',
    noneText: 'The first bundle is published at the close. One from elsewhere can be opened here too.',
    notDecided: (month) => `The ${month} round is not decided.`,
    notDecidedText: (moment) =>
      `Voting ends on ${moment}. The bundle is published once the result is decided; until then the ratings stay sealed.`,
    notDecidedLate: 'The bundle is published once the result is decided; until then the ratings stay sealed.',
    cancelled: (month) => `The ${month} round was cancelled: there is nothing to recount.`,
    drop: 'Bundle of a round',
    dropHint: 'A .zip you kept, however old, even offline.',
    kept: 'I kept an e-mail with a fingerprint',
    keptLabel: 'The e-mail, or the block with the fingerprint',
    keptHint: 'Paste it before you check: the bundle must give this very fingerprint.',
    withReceipts: (count) =>
      count === 1
        ? 'Your receipt will be looked up in the bundle.'
        : `Your ${count} receipts will be looked up in the bundle.`,
    fetching: (bytes, of) => (of ? `${bytes} of ${of}` : bytes),
    fetchingTitle: 'The bundle is on its way.',
    progress: 'Checking the bundle',
    lines: (lines) => `Lines read: ${lines}`,
    reading: 'Reading',
    refusals: {
      not_a_bundle:
        'This file is not the bundle of a round. A bundle is called something like fraisier-2026-10.zip: open that one.',
      cut: 'This .zip file is not whole: its download stopped before the end. Download it again, then open it here.',
      too_large: 'The file is over 2 GB: no bundle is as large.',
      empty: 'The file is empty. Download it again.',
      offline: 'There is no answer. A bundle that you kept opens without a connection.',
      not_ready: 'The bundle is not published yet. It comes right after the close.',
      broke: 'The checker stopped. Reload the page and try again.',
    },
    keep: 'Keep this bundle',
    checks,
    keySources: {
      mail: 'The same as in your e-mail.',
      site: 'The same as this site publishes.',
      none: 'There is nothing to compare it with: the bundle vouches for itself. An e-mail you kept, pasted first, would settle it.',
    },
    unsigned: noEd25519,
    unsure: {
      cut: 'Ratings that counted at the cut were erased since, at their voters’ request. It cannot be counted again.',
      other: 'Without what failed above there is nothing to check it by.',
    },
    keptHead: {
      title: 'Your fingerprint',
      ok: (size) => `The first ${size} lines are those of your copy. None was rewritten since.`,
      bad: 'The first lines are no longer those your copy saw signed. If the e-mail is whole, this proves that the log was rewritten.',
      none: 'There is no fingerprint in this text. Paste the whole e-mail, down to its last line.',
    },
    receipt: {
      title: (code) => `Your receipt ${code}`,
      ok: {
        counted: (line) => `Line ${line}: your rating counts.`,
        replaced: (line) => `Line ${line}: replaced by the rating you gave later.`,
        set_aside: (line) => `Line ${line}: set aside from the count. An e-mail told you.`,
        erased: (line) => `Line ${line}: erased, as you asked.`,
      },
      bad: 'The published log does not hold this line, or the receipt does not hold.',
    },
    groups: {
      file: 'The bundle',
      log: 'The log',
      ballots: 'The ratings',
      count: 'The count',
      yours: 'What you kept',
    },
    units: {
      files: 'files',
      heads: (count) => several(count, 'head', 'heads'),
      lines: (count) => several(count, 'line', 'lines'),
      openings: (count) => several(count, 'opened rating', 'opened ratings'),
      erased: () => 'erased',
      counted: (count) => several(count, 'rating', 'ratings'),
      designs: (count) => several(count, 'design', 'designs'),
      voters: (count) => several(count, 'voter', 'voters'),
      finalists: (count) => several(count, 'finalist', 'finalists'),
      setAside: () => 'set aside',
    },
    shown: {
      title: 'What the round showed',
      intro:
        'The fabric and the place of every design are part of what the shop signed. Put a tape to a shirt you received: it must give these numbers.',
      on: (fabric) => `${fabric} fabric`,
      width: 'wide',
      across: (mm) => (mm === 0 ? 'centred' : mm < 0 ? 'left of the middle' : 'right of the middle'),
      top: 'below the top of the print area',
      centred: 'centred',
      side: (value, mm) => (value < 0 ? `${mm(-value)} left` : `${mm(value)} right`),
      columns: { design: 'Design', fabric: 'Fabric', width: 'Width', across: 'From the middle', top: 'From the top' },
      others: (count, afterWinners) =>
        !afterWinners
          ? several(count, 'The design', `The ${count} designs`)
          : several(count, 'The other design', `The ${count} other designs`),
      how: (belowCollar) =>
        `Seen from the front, from the centre line of the shirt to the middle of the art. The print area begins ${belowCollar} mm below the collar seam; the height follows from the file.`,
      untold: 'not said',
      older: 'This bundle is older: it says neither the fabric nor the place of the designs.',
    },
    verdict: {
      passed: 'It adds up.',
      passedText: (month, ratings, designs, winners) =>
        `The ${month} round. ${ratings} ratings, ${designs} designs, recounted here to the last digit. ${winners}`,
      winner: (titles, many) => (many ? `Winners: ${titles}.` : `Winner: ${titles}.`),
      open: 'Nothing false, not all proved.',
      openText: (open) =>
        open === 1
          ? 'One check could not be made. The list says which, and why.'
          : `${open} checks could not be made. The list says which, and why.`,
      failed: 'This bundle does not hold.',
      failedText: (title, more) =>
        more === 0
          ? `One check fails: “${title}”.`
          : more === 1
            ? `Two checks fail. The first: “${title}”.`
            : `${more + 1} checks fail. The first: “${title}”.`,
      todo: 'What to do',
      steps: [
        'Keep this file just as it is.',
        'Download the bundle again. If that one passes, your copy was damaged or tampered with.',
        'If it fails too, write to us, and publish it: anyone will see what you see.',
      ],
      contact: 'Write to us',
      result: 'See the published result',
      of: (file, size) => `${file}, ${size}`,
      when: (moment) => `Checked on ${moment}, on this device.`,
    },
  },
  limits: {
    title: 'What this proves, and what it does not',
    proves: 'Proved',
    provesList: [
      'No recorded vote was changed, dropped or added after a published head.',
      'The count is right to the last digit: whoever recounts finds the same result.',
      'A shop that rewrote its log would be contradicted by the heads that others kept.',
    ],
    not: 'Not proved',
    notList: [
      'That an account is a person. We verify an e-mail address, not an identity.',
      'That nobody read the ratings. Whoever runs the database could.',
      'That no vote was sold, or given out of friendship.',
      'How many could vote, how old their accounts are, what buyers chose: a pseudonym says nothing of the account.',
    ],
    method: 'The whole method',
  },
  elsewhere: {
    title: 'Without trusting us',
    text: 'This page is ours. If that bothers you, you are right: there are other ways to the same answer.',
    command: 'A program, on your computer',
    commandText:
      'With Node 24 and the source code of the site, no network needed. It reads the bundle, your receipts and the e-mails you kept.',
    hand: 'By hand',
    handText:
      'The fingerprint of a receipt takes one line. Put the “line” field of your receipt in place of LINE: the answer is its “leaf” field.',
    own: 'A program of your own',
    ownText:
      'The README.txt in the bundle describes it all: the tree (RFC 6962), the heads (C2SP), the signatures (Ed25519), the formula. There is nothing else to know.',
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'Copying did not work. Select the line.',
  },
};
