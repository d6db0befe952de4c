import type { Page } from './page.ts';

export const page: Page = {
  title: 'Terms of sale',
  lead: 'Numbered pieces, one price with everything in it, and fourteen days to change your mind.',
  sections: [
    {
      id: 'seller',
      title: 'Who sells',
      paragraphs: ['{legalName}, {address}.', 'A question before or after you buy: {email}.'],
      see: ['imprint'],
    },
    {
      id: 'runs',
      title: 'What you buy',
      figure: { value: '0', of: 'reprints, even when all are gone' },
      paragraphs: [
        'A T-shirt of the run shown, in the size, cut and fabric you choose. Each piece has a number, from 1 to the size of the run. Piece no. 1 belongs to the designer.',
        'A run is never reissued. When none is left, the page says so.',
      ],
    },
    {
      id: 'price',
      title: 'Price and delivery charge',
      figure: { value: '{piecePrice}', of: 'for a piece, VAT included' },
      paragraphs: [
        'Prices are in euros and include {vatRate} VAT. A piece currently costs {piecePrice} and delivery {shipping}; what counts is the price on the run’s page, shown again before you pay.',
        'The invoice shows the VAT. You find it with your order.',
      ],
    },
    {
      id: 'order',
      title: 'Ordering and paying',
      figure: { value: '15', of: 'minutes to pay: your number waits' },
      paragraphs: [
        'You need an account. Your number is held for fifteen minutes while you pay; after that it goes back on sale. The contract is made when the payment goes through: the number is then yours, and an e-mail says so.',
        'If a payment comes in after those fifteen minutes, you get your piece or your money back, always one of the two.',
      ],
    },
    {
      id: 'delivery',
      title: 'Delivery',
      figure: { value: '30', of: 'days at most, unless a date is given before you pay' },
      paragraphs: [
        'Pieces are printed from the orders. You can follow yours on the order’s page. Where no date is given before you pay, the law allows us thirty days to deliver.',
      ],
    },
    {
      id: 'withdrawal',
      title: 'Changing your mind',
      figure: { value: '14', of: 'days to change your mind, no reason asked' },
      paragraphs: [
        'You have fourteen days from delivery to withdraw, without giving a reason. A numbered piece can be returned like any other; its number goes back on sale.',
        'One exception: a piece whose label bears your own words was made for you and cannot be returned, unless it is faulty. We say so again before you pay.',
        'Just write to {email}, for example: “I withdraw from my order no. …, received on … . Name, address, date.” Send the piece back within the next fourteen days. We pay the return postage.',
        'We refund the price and standard delivery within fourteen days of your message, the way you paid. We may wait until we have the piece, or proof that you sent it.',
      ],
    },
    {
      id: 'withdrawal-online',
      title: 'Withdrawing online',
      since: 'withdrawal',
      paragraphs: [
        'The page of your order has a button “Withdraw from the contract here”. Two steps, and an acknowledgement leaves by e-mail.',
      ],
    },
    {
      id: 'guarantee',
      title: 'If something is wrong',
      figure: { value: '2', of: 'years of legal guarantee' },
      paragraphs: [
        'The legal guarantee of conformity runs for two years from delivery, personal label or not. The guarantee against hidden defects applies too. Tell us what is wrong at {email}: we replace the piece if we can, and refund you if we cannot.',
        'The first is set out in articles L217-3 and following of the French consumer code, the second in articles 1641 and following of the civil code.',
      ],
    },
    {
      id: 'disputes',
      title: 'If we disagree',
      paragraphs: [
        'Write to us first: {email}. French law applies, without taking away the protection of the country you live in.',
        'You can also turn to the consumer mediator, free of charge: {mediator}.',
      ],
    },
  ],
};
