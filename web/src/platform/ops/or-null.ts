/** What a page can do without must not keep it from being shown. */
export const orNull = <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null);
