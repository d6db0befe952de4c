import type { Page } from './page.ts';

export const page: Page = {
  title: 'Gabarit et encres',
  lead: 'De quoi préparer un fichier que l’atelier pourra imprimer, et savoir ce que vous gardez.',
  sections: [
    {
      id: 'template',
      title: 'Le gabarit',
      paragraphs: [
        'La zone d’impression mesure {printArea}. À 300 dpi, cela fait {printPixels} pixels. Ouvrez un document de cette taille, sur fond transparent : c’est tout le gabarit.',
        'Gardez {safeMargin} de marge à l’intérieur. Ce qui touche le bord peut être coupé au calage.',
      ],
    },
    {
      id: 'file',
      title: 'Le fichier',
      figure: { value: '60', of: 'Mo au plus' },
      paragraphs: ['PNG, JPEG ou WebP, 60 Mo au plus. Le SVG est refusé : exportez-le en PNG.'],
      list: [
        'Fond transparent, en PNG ou en WebP. Un JPEG n’a pas de transparence : son fond s’imprime avec le dessin.',
        'De 1 000 à 12 000 pixels de côté, 64 millions de pixels en tout au plus. En dehors, le fichier est refusé.',
        'À partir de {goodDpi} dpi à la taille d’impression, le dessin est net. En dessous, il est pris quand même, et le contrôle dit jusqu’à quelle taille il s’imprime bien.',
        'Nous gardons l’original tel quel. C’est lui qui est imprimé, au pixel près celui sur lequel on a voté.',
        'Nous décidons du format d’après le contenu du fichier, pas d’après son nom.',
      ],
    },
    {
      id: 'inks',
      title: 'Les encres',
      figure: { value: '{maxInks}', of: 'encres au plus, une par passage' },
      paragraphs: [
        'Au plus {maxInks} encres. Chacune est un aplat : une couleur, un passage. Pour un dégradé, tramez-le en points d’une seule encre.',
        'Un trait, ou un vide entre deux traits, fait {leastLine} au moins. En dessous, l’encre ne passe pas, ou le vide se bouche.',
        'L’encre de la couleur du tissu ne se voit pas. Laissez plutôt ces parties vides : le tissu fait la couleur.',
        'Choisissez un tissu. C’est celui que les votants verront.',
      ],
    },
    {
      id: 'check',
      title: 'Le contrôle',
      paragraphs: [
        'Dès l’envoi, le fichier est contrôlé : ce qui bloque, ce qui est à regarder, ce qui va bien, avec les chiffres. Une personne de l’atelier l’admet ensuite, ou le refuse en disant pourquoi.',
        'Tant que le dépôt est ouvert, vous pouvez remplacer le fichier et garder votre place, ou retirer le dessin. Un fichier remplacé repasse au contrôle.',
      ],
      see: ['rules'],
    },
    {
      id: 'words',
      title: 'Ce que vous écrivez',
      figure: { value: '60', of: 'caractères pour un titre' },
      paragraphs: ['Chaque dessin a :'],
      list: [
        'un titre, 60 caractères au plus ;',
        'un texte, 600 caractères au plus, si vous voulez ;',
        'une description pour les personnes qui ne voient pas l’image, 200 caractères au plus. Dites ce que l’on voit, sans répéter le titre ;',
        'vos sources, s’il y en a : photo, caractère, œuvre dont vous partez.',
      ],
    },
    {
      id: 'rights',
      title: 'Vos droits',
      figure: { value: '0', of: 'droit cédé, sauf au gagnant qui signe' },
      paragraphs: [
        'En déposant, vous déclarez être l’auteur du dessin et avoir le droit de le montrer. Vous nous permettez de l’afficher : c’est une licence d’affichage, rien de plus. Le dessin reste à vous, et vous pouvez le vendre ailleurs.',
        'Seul l’auteur du dessin élu signe un contrat de cession, qui nomme chaque droit, sa durée et son prix. À son terme, la page de vente ferme.',
      ],
      see: ['bounty'],
    },
  ],
};
