import { grossForNet, type WithholdingRate, withhold } from '@fraisier/shared/cycle/withholding.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { readRates } from './rates.sql.ts';

/** One line of the author's statement. */
export interface StatementLine {
  readonly code: string;
  readonly labelFr: string;
  readonly labelEn: string;
  readonly rateBp: number;
  readonly baseCents: number;
  readonly amountCents: number;
  readonly payer: 'author' | 'shop';
}

export interface Quote {
  readonly grossCents: number;
  readonly withheldCents: number;
  readonly netCents: number;
  readonly contributionCents: number;
  readonly totalCents: number;
  readonly lines: readonly StatementLine[];
}

export interface QuoteQuestion {
  readonly promisedCents: number;
  readonly isNet: boolean;
  /** The rates are those of this day. */
  readonly on: Date;
  /** Nothing is kept back: the author pays their contributions themselves, and the promised sum is paid out as it is. */
  readonly exempt?: boolean;
}

/** What a promised bounty is in gross, net and all told. */
export async function quoteBounty(db: Database | Trx, question: QuoteQuestion): Promise<Quote> {
  const rows = await readRates(db, question.on);
  const rates = rows
    .filter((row) => !(question.exempt && row.payer === 'author'))
    .map((row): WithholdingRate & Pick<StatementLine, 'labelFr' | 'labelEn'> => ({
      code: row.code,
      label: row.label_fr,
      labelFr: row.label_fr,
      labelEn: row.label_en,
      rateBp: row.rate_bp,
      baseBp: row.base_bp,
      payer: row.payer,
    }));
  const grossCents = question.isNet ? grossForNet(question.promisedCents, rates) : question.promisedCents;
  const statement = withhold(grossCents, rates);
  const labels = new Map(rates.map((rate) => [rate.code, rate]));
  return {
    grossCents,
    withheldCents: statement.withheldCents,
    netCents: statement.netCents,
    contributionCents: statement.onTopCents,
    totalCents: statement.costCents,
    lines: statement.lines.map(({ code, label, rateBp, baseCents, amountCents, payer }) => ({
      code,
      labelFr: label,
      labelEn: labels.get(code)?.labelEn ?? label,
      rateBp,
      baseCents,
      amountCents,
      payer,
    })),
  };
}
