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
  },
};
