import type { Page } from './page.ts';

export const page: Page = {
  title: 'Les tailles',
  lead: 'La meilleure mesure est celle du tee-shirt que vous portez déjà.',
  sections: [
    {
      id: 'choice',
      title: 'Ce qui existe',
      paragraphs: [
        'Les tailles, les coupes et les tissus d’un tirage sont ceux de sa page. Ils sont choisis pour chaque tirage, et les tailles que les votants ont indiquées aident à le prévoir.',
      ],
    },
    {
      id: 'yours',
      title: 'Mesurer le vôtre',
      paragraphs: ['Prenez un tee-shirt qui vous va, posez-le à plat sans l’étirer.'],
      list: [
        'Largeur : d’une aisselle à l’autre, en ligne droite.',
        'Hauteur : du point le plus haut de l’épaule, contre le col, jusqu’au bas.',
      ],
    },
    {
      id: 'compare',
      title: 'Comparer',
      figure: { value: '14', of: 'jours pour rendre une pièce qui ne va pas' },
      paragraphs: [
        'Les vêtements se mesurent de la même façon, à plat. Nous ne publions que des mesures prises sur les pièces mêmes : quand une page n’en donne pas, c’est que nous n’en avons pas.',
        'Entre deux tailles, ou sans mesure, écrivez à {email} : quelqu’un mesurera pour vous.',
        'Une pièce qui ne va pas se rend dans les quatorze jours, sauf si son étiquette porte votre texte.',
      ],
      see: ['terms'],
    },
    {
      id: 'print',
      title: 'Le dessin dessus',
      paragraphs: [
        'Le dessin a la même taille sur tous les vêtements : il tient dans {printArea}. Il paraît donc plus grand sur un XS que sur un 3XL.',
      ],
    },
  ],
};
