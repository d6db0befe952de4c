import { type Locale, moneyText } from '../../../platform/words.ts';

interface Words {
  readonly file: string;
  readonly title: string;
  readonly paid: (day: string) => string;
  readonly unpaid: (due: string) => string;
  readonly payer: string;
  readonly payee: string;
  readonly work: string;
  readonly workText: (title: string, round: number, slug: string) => string;
  readonly nature: string;
  readonly line: string;
  readonly base: string;
  readonly rate: string;
  readonly amount: string;
  readonly gross: string;
  readonly withheld: string;
  readonly net: string;
  readonly onTop: string;
  readonly cost: string;
  readonly exempt: string;
  readonly account: string;
  readonly socialSecurity: string;
  readonly promised: (cents: number, isNet: boolean) => string;
  readonly owed: string;
  readonly due: string;
  readonly paidOn: string;
  readonly note: string;
}

const nbsp = '\u00a0';

export const statementWords: Record<Locale, Words> = {
  fr: {
    file: 'releve',
    title: 'Relevé de droits d’auteur',
    paid: (day) => `Versé le ${day}.`,
    unpaid: (due) =>
      `Provisoire${nbsp}: pas encore versé, dû au plus tard le ${due}. Les taux sont ceux d’aujourd’hui.`,
    payer: 'Payeur, le diffuseur',
    payee: 'Bénéficiaire, l’auteur',
    work: 'Œuvre',
    workText: (title, round, slug) => `«${nbsp}${title}${nbsp}», dessin élu à la récolte nº${nbsp}${round} (${slug})`,
    nature: 'Cession de droits d’exploitation, art graphique',
    line: 'Cotisation',
    base: 'Assiette',
    rate: 'Taux',
    amount: 'Montant',
    gross: 'Montant brut',
    withheld: 'Total retenu',
    net: 'Net versé à l’auteur',
    onTop: 'À la charge du diffuseur, en plus du brut',
    cost: 'Coût total pour le diffuseur',
    exempt:
      'L’auteur a remis une dispense de précompte : rien n’est retenu, il règle lui-même ses cotisations.'.replace(
        ' :',
        `${nbsp}:`,
      ),
    account: 'Compte',
    socialSecurity: 'Sécurité sociale',
    promised: (cents, isNet) => `${moneyText(cents, 'fr')} ${isNet ? 'nets' : 'bruts'} promis`,
    owed: 'Dotation due depuis le',
    due: 'À payer au plus tard le',
    paidOn: 'Versée le',
    note: 'Le diffuseur reverse les sommes retenues et sa contribution à l’Urssaf, au nom de l’auteur. Gardez ce relevé avec votre déclaration.',
  },
  en: {
    file: 'statement',
    title: 'Statement of author’s rights',
    paid: (day) => `Paid on ${day}.`,
    unpaid: (due) => `Provisional: not paid yet, due by ${due}. The rates are those of today.`,
    payer: 'Payer',
    payee: 'Payee, the author',
    work: 'Work',
    workText: (title, round, slug) => `“${title}”, chosen in round ${round} (${slug})`,
    nature: 'Assignment of exploitation rights, graphic art',
    line: 'Contribution',
    base: 'Base',
    rate: 'Rate',
    amount: 'Amount',
    gross: 'Gross',
    withheld: 'Kept back in all',
    net: 'Net paid to the author',
    onTop: 'Borne by the payer, on top of the gross',
    cost: 'Cost to the payer in all',
    exempt: 'The author handed in an exemption: nothing is kept back, they pay their contributions themselves.',
    account: 'Account',
    socialSecurity: 'Social security',
    promised: (cents, isNet) => `${moneyText(cents, 'en')} ${isNet ? 'net' : 'gross'} promised`,
    owed: 'Bounty owed since',
    due: 'To be paid by',
    paidOn: 'Paid on',
    note: 'The payer hands what was kept back, and its own contribution, over to the Urssaf in the author’s name. Keep this statement with your tax return.',
  },
};
