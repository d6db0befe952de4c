/** The list of all runs. */
export const runs = {
  title: 'Les tirages',
  lead: 'Un dessin élu, un tissu, un nombre de pièces fixé d’avance. Chaque pièce a son numéro, et rien n’est réédité.',
  open: 'En vente',
  soon: 'Bientôt en vente',
  past: 'Épuisés et clos',
  empty: 'Rien encore, et c’est normal.',
  emptyText: 'Le premier tirage part du premier résultat.',
  emptyLink: 'Voir la récolte',
  older: 'Tirages plus anciens',
  newest: 'Revenir aux plus récents',
  states: {
    preparing: 'Contrat à signer',
    open: 'En vente',
    held: 'Tout est réservé',
    soldOut: 'Épuisé',
    closed: 'Vente close',
  },
  left: (number: string, size: string) => `Il en reste ${number} sur ${size}.`,
};
