/** The living style page. */
export const kit = { title: 'Planche de composants' };
