export const withoutScripts: string =
  'Your browser does not run JavaScript. Everything can still be read; voting, submitting, ordering, signing in and writing to us need it.';
