import type { Page } from './page.ts';

export const page: Page = {
  title: 'Privacy',
  lead: 'What we know about you, why, for how long, and how to take it back.',
  sections: [
    {
      id: 'controller',
      title: 'Who answers for your data',
      paragraphs: ['{legalName}, {address}. For any request: {email}.'],
    },
    {
      id: 'account',
      title: 'Your account',
      figure: { value: '0', of: 'passwords' },
      paragraphs: [
        'Your e-mail address, your public name, your language and, if you make any, your passkeys. No password. They let us recognise you and write to you, for as long as the account exists.',
        'Each session keeps the network address and browser it was opened with. We also limit the number of requests per network address, which protects the vote and the accounts.',
        'We keep the text of our e-mails for thirty days and, as long as the account exists, a record that they were sent. If you change your e-mail address, the former one is kept with the account.',
      ],
    },
    {
      id: 'designs',
      title: 'Your designs',
      paragraphs: [
        'The file you send, its title, its text, your sources and the date of your declaration. Only you and the workshop can open the original; the pictures on show are made anew, without the file’s metadata. Your name appears from the count on.',
      ],
    },
    {
      id: 'votes',
      title: 'Your votes',
      figure: { value: '60', of: 'days after the close, and the link to you is deleted' },
      paragraphs: [
        'They are filed under a random pseudonym, a new one each round. The link to your account is kept apart and deleted 60 days after the close. From then on the votes stay counted under that pseudonym.',
        'The sizes you give help us plan the printing. The words you leave for designers are read by us without your name. To notice a burst of accounts we keep, with the pseudonym, a fingerprint of the network you vote from, never its address; it is deleted with the link.',
      ],
      see: ['method'],
    },
    {
      id: 'orders',
      title: 'Your orders',
      figure: { value: '10', of: 'years for invoices, as the law asks' },
      paragraphs: [
        'Your delivery address, your pieces, their labels, your invoices, and your answer to the question that follows a purchase. The printer gets the sizes, fabrics, numbers and labels; the carrier, your address. We keep no card number.',
        'Invoices and payments are kept for ten years, as the law asks, even without an account.',
      ],
    },
    {
      id: 'winners',
      title: 'If you win',
      paragraphs: [
        'Your legal name and your IBAN, so that we can pay you. The IBAN is encrypted, shown masked, and every reading of it is recorded. Accounting records are kept for ten years.',
      ],
    },
    {
      id: 'messages',
      title: 'Your messages',
      paragraphs: ['The name, e-mail address and text you write to us, so that we can answer.'],
    },
    {
      id: 'grounds',
      title: 'On what grounds',
      figure: { value: '0', of: 'data sold' },
      paragraphs: ['Nothing is sold and nothing is used to track you. European law (GDPR, article 6) lets us keep:'],
      list: [
        'the account, designs, votes, orders and bounty: because you ask us to (contract);',
        'invoices, contributions, reports of content: because the law requires it;',
        'request limits and the look at suspicious votes: because the vote has to stay fair (legitimate interest).',
      ],
    },
    {
      id: 'cookies',
      title: 'Cookies',
      figure: { value: '5', of: 'cookies at most, and no banner' },
      paragraphs: [
        'One for your session, one for the language, one for the light or dark theme, one for the order of your gallery; and, if you sign in with a passkey, one more for five minutes. They do nothing else, which is why there is no banner. No audience measurement, no content from elsewhere.',
        'Your device also keeps your drafts, ratings not sent yet, your size, and when somebody last signed out there. They reach us only when you send them.',
      ],
    },
    {
      id: 'erasure',
      title: 'Erasing your account',
      paragraphs: [
        'You do it yourself, at the foot of the page “Your account”, and it is done at once. If a bounty, a refund, a held piece or an order to send is still open, the page says which and what is left to do. If you cannot get into the account, write to {email}.',
        'Erased: the name, the e-mail address, the delivery address, the sessions, the passkeys, our copies of e-mails and your questions. Designs that nobody rates yet are withdrawn.',
        'As long as the result of a round is not final, your votes in that round are erased too and no longer count; a line of the log says so, without your name. Afterwards they stay counted and published, with nothing that leads to you.',
        'Kept: orders, invoices and bounties, with the name and address on them, because the law requires it; designs that were put to the vote, results and your reports of content, without your name; the signed archive of a decided round, with the designer’s name it bears.',
      ],
      see: ['account', 'verify'],
    },
    {
      id: 'rights',
      title: 'Your rights',
      figure: { value: '1', of: 'month at most to reply' },
      paragraphs: [
        'You can correct your data and take a whole copy of it from the page “Your account”: it says what each file is, who else has it and how long it is kept. For the rest, to object to its use or limit it, write to {email}: we answer within a month.',
        'If our answer does not satisfy you, you can turn to the French data protection authority, the CNIL, in Paris.',
      ],
    },
  ],
};
