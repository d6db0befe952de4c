/** One line of a benchmark: what was measured, and the target if there is one. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** As it is written: '≥ 1.2'. Null for what is told to understand the others. */
  readonly target: string | null;
  readonly met: boolean | null;
  /** The spread of what the median was taken of; for people only. */
  readonly spread?: string;
}

export interface Report {
  add(row: Row): void;
  /** A line to understand the figures by; not in the JSON. */
  note(line: string): void;
}

/** A figure without a target. */
export function figure(name: string, value: number, unit: string, spread?: string): Row {
  return { name, value, unit, target: null, met: null, ...(spread ? { spread } : {}) };
}

export function atLeast(limit: number, row: Row): Row {
  return { ...row, target: `≥ ${limit}`, met: row.value >= limit };
}

export function atMost(limit: number, row: Row): Row {
  return { ...row, target: `≤ ${limit}`, met: row.value <= limit };
}

const columns = [58, 12, 12, 8, 5] as const;

/** Prints each row as it comes: a table for people, or one JSON object a line. Gives whether a target was missed. */
export function openReport(json: boolean): Report & { missed(): boolean } {
  let missed = false;
  if (!json) console.log(line(['', 'value', 'unit', 'target', 'met']));
  return {
    add(row) {
      missed ||= row.met === false;
      const { spread = '', ...told } = row;
      if (json) console.log(JSON.stringify(told));
      else {
        const met = row.met === null ? '' : row.met ? 'yes' : 'NO';
        console.log(`${line([row.name, readable(row.value), row.unit, row.target ?? '', met])}  ${spread}`.trimEnd());
      }
    },
    note(text) {
      if (!json) console.log(text);
    },
    missed: () => missed,
  };
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, nth) => (nth === 1 ? cell.padStart(columns[1]) : cell.padEnd(columns[nth] ?? 0)))
    .join('  ')
    .trimEnd();
}

export function readable(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}
