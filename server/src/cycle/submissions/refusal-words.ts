import type { RefusalReason } from '@fraisier/shared/cycle/submission-rules.ts';

/** What each reason says to a designer: the fact, then what can be done. */
export const refusalWords: Readonly<Record<'fr' | 'en', Record<RefusalReason, string>>> = {
  fr: {
    too_thin: 'Des traits sont trop fins : l’encre ne passerait pas l’écran. Épaississez-les.',
    blurred_edges: 'Les bords sont flous : à l’impression, ils feraient un halo. Exportez-les nets, sans ombre portée.',
    low_resolution: 'L’image a trop peu de pixels pour sa taille d’impression. Exportez-la plus grande.',
    text_unreadable: 'Un texte est trop petit pour se lire sur le tissu. Agrandissez-le.',
    not_printable: 'Le fichier ne peut pas s’imprimer tel quel.',
    not_an_image: 'Le fichier n’est pas une image PNG, JPEG ou WebP.',
    image_broken: 'Le fichier ne se lit pas jusqu’au bout. Exportez-le de nouveau, puis renvoyez-le.',
    blank: 'L’image est vide : tous ses pixels sont transparents. Vérifiez que vos calques sont visibles à l’export.',
    likeness: 'Le dessin est trop proche d’une œuvre qui existe déjà.',
    rights: 'Des éléments ne sont pas à vous, ou leur source manque. Remplacez-les, ou dites d’où ils viennent.',
    offensive: 'Le dessin s’en prend à des personnes. Nous ne l’imprimons pas.',
    advertising: 'Le dessin est une publicité.',
    duplicate: 'Ce dessin est déjà dans la récolte.',
    other: 'Nous vous en disons la raison ci-dessous.',
  },
  en: {
    too_thin: 'Some strokes are too thin: ink would not go through the screen. Make them thicker.',
    blurred_edges: 'The edges are blurred, which prints as a halo. Export them sharp, without a drop shadow.',
    low_resolution: 'The image has too few pixels for its size in print. Export it larger.',
    text_unreadable: 'Some text is too small to be read on fabric. Make it larger.',
    not_printable: 'The file cannot be printed as it is.',
    not_an_image: 'The file is not a PNG, JPEG or WebP image.',
    image_broken: 'The file cannot be read to its end. Export it again, then send it again.',
    blank: 'The image is empty: every pixel is transparent. Check that your layers are visible when you export.',
    likeness: 'The design is too close to a work that already exists.',
    rights: 'Parts of it are not yours, or their source is missing. Replace them, or say where they come from.',
    offensive: 'The design attacks people. We do not print it.',
    advertising: 'The design is an advertisement.',
    duplicate: 'This design is already in the round.',
    other: 'Our reason is below.',
  },
};
