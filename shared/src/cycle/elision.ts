/** `de novembre`, `d’octobre`, `de Maud`, `d’Élodie`: what French says before a vowel. */
export function deFr(name: string): string {
  return /^([aàâæeéèêëiîïoôœuùûü]|y[^aeéiouy])/i.test(name) ? `d’${name}` : `de ${name}`;
}
