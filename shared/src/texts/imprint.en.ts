import type { Page } from './page.ts';

export const page: Page = {
  title: 'Legal notice',
  lead: 'Who runs {shopName}, where, and how to reach us.',
  sections: [
    {
      id: 'publisher',
      title: 'Publisher',
      paragraphs: [],
      list: [
        'Name: {legalName}',
        'Legal form: {legalForm}',
        'Address: {address}',
        'Registration: {registration}',
        'VAT number: {vatNumber}',
        'Responsible for what is published: {publisher}',
        'E-mail: {email}',
      ],
    },
    { id: 'host', title: 'Hosting', paragraphs: ['{host}'] },
    {
      id: 'mediator',
      title: 'Consumer mediator',
      paragraphs: ['{mediator}'],
    },
    {
      id: 'notice',
      title: 'Reporting content',
      paragraphs: [
        'Does a design or a comment break the law, or infringe your rights? Report it on the contact page with the reason, the exact address of the page, your name, your e-mail address, and a line saying that you state this in good faith. A person reads every report and answers you.',
        'The person affected gets our reasons at the latest when the restriction applies, and can object.',
      ],
      see: ['contact'],
    },
    {
      id: 'works',
      title: 'The designs',
      paragraphs: ['Every design belongs to its designer. Please ask them before you reuse anything.'],
      see: ['designers'],
    },
  ],
};
