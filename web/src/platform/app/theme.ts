export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function themeOf(value: string | undefined | null): Theme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}

/** Shows the theme now and keeps it for a year, where the server can read it. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not everywhere, and this is not secret.
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
}
