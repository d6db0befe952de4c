/** How wide the design is printed on the large shirt of a run, for `sizes`. */
export const shirtSizes = '(max-width: 56.25rem) 42vw, 300px';
