import type { Page } from './page.ts';

export const page: Page = {
  title: 'The bounty',
  lead: '{bountyInFull} and piece no. 1 for the designer of the winning design. Where the money comes from, when it leaves, and what we both sign.',
  sections: [
    {
      id: 'promise',
      title: 'A promise that is covered',
      figure: { value: '1', of: 'is the number of the designer’s own piece, free' },
      paragraphs: [
        'The money is set aside in our books when the round opens, charges included. It is owed as soon as the round is closed. If two designs tie for first place, each designer gets the whole bounty.',
        'Piece no. 1 of the run belongs to its designer, free, in the size they choose.',
      ],
    },
    {
      id: 'clock',
      title: 'When it arrives',
      figure: { value: '{bountyDays}', of: 'days at most after the close' },
      paragraphs: [
        'Within {bountyDays} days of the close, by SEPA transfer, once you have given your details and accepted the contract. Your bounty page shows the date due and the date paid.',
        '{payRecord}',
        'If the bank turns the transfer down, we tell you why and make another.',
      ],
    },
    {
      id: 'payee',
      title: 'What we ask of you',
      figure: { value: '{ibanWaitHours}', of: 'hours of waiting to change the IBAN' },
      paragraphs: [
        'Your legal name, your IBAN and, to declare your contributions, your social-security number, and only if you win. The IBAN and the number are encrypted, shown masked, and every reading of them is recorded.',
        'The IBAN is fixed when you accept the contract. Changing it later takes a new sign-in, {ibanWaitHours} hours of waiting and a second person at the workshop. An e-mail tells you at once and lets you call it off. While a change waits, the bounty is paid to neither account.',
      ],
    },
    {
      id: 'withholding',
      title: 'Net, gross and charges',
      paragraphs: [
        'We put your design to use, so in France the bounty falls under the artist-author scheme. We withhold the contributions and hand them over for you, unless you show us a certificate of exemption. A statement lists every line.',
        'Here is the sum for €1,000 net, at the rates of 1 January 2024. What applies are the rates of the year you are paid in.',
        'If you are based outside France, write to {email}: we look at your case by hand.',
      ],
      table: {
        caption: 'From €1,000 net to what it costs',
        head: ['Line', 'Base', 'Rate', 'Amount'],
        rows: [
          ['Gross amount', '', '', '€1,190.91'],
          ['Basic pension', '€1,190.91', '6.15%', '€73.24'],
          ['CSG (social contribution), on 98.25% of gross', '€1,170.07', '9.20%', '€107.65'],
          ['CRDS (social debt), on 98.25% of gross', '€1,170.07', '0.50%', '€5.85'],
          ['Vocational training', '€1,190.91', '0.35%', '€4.17'],
          ['Net paid to the designer', '', '', '€1,000.00'],
          ['Payer’s contribution, on top of gross', '€1,190.91', '1.10%', '€13.10'],
          ['Cost to the shop', '', '', '€1,204.01'],
        ],
      },
    },
    {
      id: 'contract',
      title: 'The contract',
      figure: { value: '4', of: 'things named before you accept' },
      paragraphs: [
        'The bounty does not buy your design. It comes with a contract that you read and accept, with the date. It names each thing:',
      ],
      list: [
        'the rights you grant, one by one, and on what they may appear;',
        'the number of pieces;',
        'the territory, the first day and the last;',
        'the lump sum and, where there is one, your share.',
      ],
    },
    {
      id: 'others',
      title: 'And the other designs',
      figure: { value: '0', of: 'rights given away if you do not win' },
      paragraphs: [
        'If you do not win you give nothing up: you let us show your design, and that is all. It stays yours, to sell elsewhere too.',
      ],
      see: ['designers'],
    },
  ],
};
