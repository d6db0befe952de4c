import { ibanProblem, maskIban } from '@fraisier/shared/cycle/iban.ts';

/** Masks every IBAN in a text: banks quote them in their answers, and an answer goes into mails and the audit log. */
export function hideIbans(text: string): string {
  let shown = '';
  let rest = text;
  while (rest !== '') {
    const start = rest.search(/[A-Za-z]{2}\d{2}/);
    if (start < 0) return shown + rest;
    shown += rest.slice(0, start);
    rest = rest.slice(start);
    const taken = ibanAt(rest) ?? rest.slice(0, 1);
    shown += taken.length > 1 ? maskIban(taken) : taken;
    rest = rest.slice(taken.length);
  }
  return shown;
}

/** The IBAN that the text begins with, as it is written there, spaces and all. */
function ibanAt(text: string): string | null {
  const longest = /^[A-Za-z0-9](?:[\s.\-\u00a0]?[A-Za-z0-9])*/.exec(text)?.[0] ?? '';
  for (let end = 15; end <= Math.min(longest.length, 70); end += 1) {
    const candidate = longest.slice(0, end);
    if (/[A-Za-z0-9]$/.test(candidate) && ibanProblem(candidate) === null) return candidate;
  }
  return null;
}
