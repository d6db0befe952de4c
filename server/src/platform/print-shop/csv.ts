/** A mark that tells spreadsheets the text is UTF-8: it stands once, before the first line. */
export const csvMark = '\ufeff';

type Cells = readonly (string | number)[];

/**
 * Rows as RFC 4180 text. A cell that a spreadsheet would run as a formula starts with an apostrophe, which makes it
 * text there.
 */
export function csvText(rows: readonly Cells[]): string {
  return csvMark + rows.map(csvLine).join('');
}

export function csvLine(row: Cells): string {
  return `${row.map(cell).join(',')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // The wide signs are what some spreadsheets of the East read as the plain ones.
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
