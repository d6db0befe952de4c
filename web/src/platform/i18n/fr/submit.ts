/** submit: filled with its pages. */
export const submit = {};
