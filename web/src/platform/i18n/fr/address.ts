/** The delivery address, wherever it is asked for. */
export const address = {
  title: 'Adresse de livraison',
  none: 'Aucune adresse gardée. Elle n’est demandée qu’au moment d’acheter.',
  add: 'Donner une adresse',
  change: 'Changer',
  name: 'Nom du destinataire',
  line1: 'Numéro et rue',
  line2: 'Complément',
  postalCode: 'Code postal',
  city: 'Ville',
  country: 'Pays',
  missing: {
    name: 'À quel nom faut-il livrer ? 80 caractères au plus.',
    line1: 'Il manque la rue, ou la boîte postale.',
    postalCode: 'Il manque le code postal.',
    city: 'Il manque la ville.',
    country: 'Choisissez un pays.',
    line2: 'Ce complément contient un signe que l’étiquette n’imprime pas.',
  },
};
