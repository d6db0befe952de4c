/** A mark that tells spreadsheets the text is UTF-8. */
const BOM = '\ufeff';

/**
 * Rows as RFC 4180 text. A cell that a spreadsheet would run as a formula starts with an apostrophe, which makes it
 * text there.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
