/** Said by the document itself, where a browser runs no scripts. */
export const withoutScripts =
  'Votre navigateur n’exécute pas JavaScript. Tout se lit quand même ; voter, déposer, commander, se connecter et nous écrire en ont besoin.';
