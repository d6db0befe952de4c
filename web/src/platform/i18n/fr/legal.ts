/** The frame of the legal and editorial pages, whose words are in shared/src/texts. */
export const legal = {
  contents: 'Sur cette page',
  version: (version: string) => `Version ${version}`,
  names: {
    rules: 'Le règlement',
    method: 'La méthode',
    bounty: 'La dotation',
    terms: 'Les conditions de vente',
    privacy: 'Vos données',
    imprint: 'Mentions légales',
    sizes: 'Les tailles',
    designers: 'Pour les auteurs',
    verify: 'Vérifier un vote',
    account: 'Votre compte',
    contact: 'Nous écrire',
  },
  parts: (count: number): string => (count === 1 ? 'partie' : 'parties'),
  minutes: (count: number): string => (count === 1 ? 'minute de lecture' : 'minutes de lecture'),
  drawn: {
    width: 'Largeur',
    height: 'Hauteur',
    shirt:
      'Un tee-shirt à plat : la largeur va d’une aisselle à l’autre, la hauteur de l’épaule contre le col jusqu’au bas.',
    same: (area: string) =>
      `Deux tee-shirts, un petit et un grand, avec le même dessin de ${area} : il tient plus de place sur le petit.`,
    area: (area: string, margin: string) => `La zone d’impression, ${area}, et sa marge de ${margin} en pointillé.`,
    margin: (margin: string) => `marge de ${margin}`,
  },
};
