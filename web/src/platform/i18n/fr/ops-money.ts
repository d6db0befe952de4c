import type { PayReasonCode } from '@fraisier/shared/cycle/bounty-rules.ts';

/** Of the shop's own account, and of bounties that are gone. */
type FileReasonCode =
  | PayReasonCode
  | 'not_found'
  | 'debtor_name_missing'
  | 'debtor_iban_missing'
  | 'debtor_iban_invalid'
  | 'debtor_bic_invalid'
  | 'debtor_bic_country';

const reasons: Record<FileReasonCode, string> = {
  nothing_to_pay: 'rien à payer dans cet état',
  payee_missing: 'le bénéficiaire n’est pas nommé',
  iban_missing: 'l’IBAN manque',
  iban_invalid: 'l’IBAN n’est pas juste',
  contract_not_accepted: 'le contrat n’est pas accepté',
  iban_change_pending: 'l’IBAN vient de changer : 48 heures d’attente, puis une autre personne que l’auteur',
  not_found: 'dotation introuvable',
  debtor_name_missing: 'Le nom du compte de la boutique manque.',
  debtor_iban_missing: 'L’IBAN de la boutique manque.',
  debtor_iban_invalid: 'L’IBAN de la boutique n’est pas juste.',
  debtor_bic_invalid: 'Le BIC de la boutique n’est pas juste.',
  debtor_bic_country: 'Le BIC et l’IBAN de la boutique ne sont pas du même pays.',
};

export const opsMoney = {
  reasons,
  title: 'Dotations',
  subtitle: (owed: string, count: number): string =>
    count === 0
      ? 'Rien n’est dû.'
      : count === 1
        ? `Une dotation due, ${owed} nets.`
        : `${count} dotations dues, ${owed} nets.`,
  average: (days: number): string =>
    days < 2 ? `Payées en ${days} jour en moyenne` : `Payées en ${days} jours en moyenne`,
  empty: 'Aucune dotation encore.',
  emptyHint: 'Elles naissent à la clôture d’une récolte.',
  of: (title: string, designer: string) => `${title}, de ${designer}`,
  bounty: (number: number) => `Dotation nº ${number}`,
  net: 'Net versé',
  gross: 'Brut',
  contribution: 'Contribution',
  promised: (money: string, net: boolean): string => (net ? `${money} nets promis` : `${money} bruts promis`),
  shirt: 'Pièce nº 1',
  shirtText: (size: string, cut: string) => `taille ${size}, ${cut}`,
  shirtMissing: 'taille à choisir',
  exempt: 'dispense de précompte',
  contract: 'Lire le contrat',
  notReady: (reasons: string) => `Pas encore : ${reasons}.`,
  pick: (number: number) => `Joindre au virement la dotation nº ${number}`,
  picked: 'Joindre au prochain virement',
  page: 'Page du gagnant',
  prepare: {
    none: 'Rien n’est prêt à payer',
    pick: 'Choisissez une dotation prête',
    open: (count: number): string => (count === 1 ? 'Préparer le virement' : `Préparer ${count} virements`),
    title: 'Préparer le fichier de virement',
    text: 'Le fichier SEPA est fait une fois et gardé chiffré. Une dotation remise n’entre dans aucun autre fichier avant la réponse de la banque.',
    line: (money: string, name: string, iban: string) => `${money} à ${name}, ${iban}`,
    total: (money: string) => `Total : ${money}`,
    confirm: 'Faire le fichier',
    done: 'Le fichier est fait. Téléchargez-le, puis remettez-le à la banque.',
    settings: 'Compléter les réglages',
  },
  payouts: {
    title: 'Fichiers de virement',
    empty: 'Aucun fichier encore.',
    for: (day: string) => `exécution le ${day}`,
    made: (when: string) => `fait le ${when}`,
    download: 'Télécharger le fichier',
    logged: 'Le téléchargement est consigné au journal.',
    sha: 'Empreinte',
    states: {
      exported: 'En route',
      paid: 'Payé',
      failed: 'Refusé',
      cancelled: 'Annulé',
      stopped: 'À ne pas envoyer',
      surplus: 'Payé en trop',
    },
    paid: 'Payé',
    failed: 'Refusé',
    settledAt: (when: string) => `le ${when}`,
    paidTitle: (money: string) => `Confirmer le paiement de ${money}`,
    paidText: (name: string) => `La banque a bien viré à ${name}. Le gagnant reçoit un e-mail.`,
    paidConfirm: 'La banque a payé',
    paidDone: 'Le paiement est noté.',
    failedTitle: 'Noter le refus de la banque',
    failedText: 'La dotation redevient due. Le gagnant lit la raison et peut donner un autre IBAN.',
    failedReason: 'Raison donnée par la banque',
    failedHint: 'Sans IBAN : le gagnant et le journal la lisent.',
    failedMissing: 'Donnez la raison.',
    failedConfirm: 'La banque a refusé',
    failedDone: 'Le refus est noté. La dotation est due de nouveau.',
  },
  ledger: {
    title: 'Livres',
    balance: 'Balance',
    balanced: 'La balance est à zéro',
    unbalanced: (money: string) => `La balance n’est pas à zéro : ${money}`,
    account: 'Compte',
    debit: 'Débit',
    credit: 'Crédit',
    total: 'Total',
    zero: 'Montrer les comptes à zéro',
    journal: 'Écritures',
    date: 'Date',
    what: 'Écriture',
    empty: 'Aucune écriture encore.',
    acts: {
      reserve: 'Dotation réservée',
      release: 'Réserve rendue',
      owe: 'Dotation due',
      reprice: 'Dotation recalculée',
      export: 'Virement remis à la banque',
      paid: 'Virement confirmé par la banque',
      failed: 'Virement refusé par la banque',
      returned: 'Virement revenu de la banque',
      late: 'Virement exécuté après un refus',
      cancelled: 'Virement annulé avant la banque',
      surplus: 'Virement exécuté en trop par la banque',
      exported: 'Virement de nouveau en route',
      stopped: 'Virement arrêté',
      sale: 'Vente',
    },
    ofRound: (number: number) => `récolte nº ${number}`,
    ofRun: (run: string, numbers: string) => `tirage ${run}, nº ${numbers}`,
  },
};
