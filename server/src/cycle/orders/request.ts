import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { placeOrder } from '@fraisier/shared/contracts/orders.ts';
import { canonicalJson } from '@fraisier/shared/cycle/canonical-json.ts';
import { labelProblem, normalizeLabel } from '@fraisier/shared/cycle/labels.ts';
import type { BodyOf } from '@fraisier/shared/http/contract.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { PieceChoice } from '../runs/pieces.ts';
import type { RunRow } from '../runs/runs.sql.ts';

export type OrderRequest = BodyOf<typeof placeOrder>;

/** What makes two requests the same one: the run and the body, whatever the order of its fields. */
export function requestHash(run: string, body: OrderRequest): Buffer {
  return sha256(canonicalJson({ run, pieces: body.pieces, address: body.address }));
}

/** Half a surrogate pair is no letter in any script, and the database would refuse it. */
export function refuseBrokenText(body: OrderRequest): void {
  const texts = [
    ...Object.entries(body.address).map(([name, value]) => [`/address/${name}`, value] as const),
    ...body.pieces.map((piece, index) => [`/pieces/${index}/label`, piece.label ?? ''] as const),
  ];
  const reasons = texts
    .filter(([, value]) => !value.isWellFormed())
    .map(([field]): ProblemReason => ({ code: 'character', field }));
  if (reasons.length > 0) throw new Problem('bad_input', { reasons });
}

/** The pieces as they are kept. Refuses what the run does not come in, and labels that cannot be sewn as typed. */
export function choicesOf(run: RunRow, pieces: OrderRequest['pieces']): PieceChoice[] {
  const unknown: ProblemReason[] = [];
  const unsewable: ProblemReason[] = [];
  const choices = pieces.map((piece, index): PieceChoice => {
    const offered = { size: run.sizes, cut: run.cuts, fabric: run.fabrics };
    for (const option of ['size', 'cut', 'fabric'] as const) {
      if (!offered[option].includes(piece[option])) {
        unknown.push({ code: 'option_unknown', field: `/pieces/${index}/${option}`, detail: piece[option] });
      }
    }
    // A form sends an empty field for no label.
    if (piece.label === undefined || piece.label === '') return { ...piece, label: null };
    const wrong = labelProblem(piece.label);
    if (wrong) {
      const detail = wrong.grapheme ?? String(wrong.length);
      unsewable.push({ code: wrong.code, field: `/pieces/${index}/label`, detail });
    }
    return { ...piece, label: normalizeLabel(piece.label) };
  });
  if (unknown.length > 0) throw new Problem('option_unknown', { reasons: unknown });
  if (unsewable.length > 0) throw new Problem('label_not_sewable', { reasons: unsewable });
  return choices;
}

export function tidyAddress(address: Address): Address {
  return {
    name: address.name.trim(),
    line1: address.line1.trim(),
    line2: address.line2?.trim() ?? '',
    postalCode: address.postalCode.trim(),
    city: address.city.trim(),
    country: address.country,
  };
}
