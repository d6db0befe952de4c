import { openAsBlob, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Check } from '../shared/src/verifier/checks.ts';
import { findNotes } from '../shared/src/verifier/notes.ts';
import { readShownDesigns, type ShownDesign } from '../shared/src/verifier/shown-designs.ts';
import { verifyBundle } from '../shared/src/verifier/verify-bundle.ts';
import { readReceiptsFile } from '../shared/src/verifier/verify-receipt.ts';
import { openArchive } from '../shared/src/verifier/zip.ts';
import { fail, PlainError } from './support/plain-error.ts';
import { doesNotProve, proves, sentenceOf, shownText } from './support/verify-words.ts';

/**
 * `node scripts/verify-round.ts bundle.zip`: recounts a decided round from its published bundle, without a network and
 * without any of the code that counted it. Exits with 1 when a check fails.
 */

const USAGE =
  'node scripts/verify-round.ts BUNDLE.zip [--receipt RECEIPTS.json]… [--head MAIL.txt]… [--key VKEY] [--designs] [--json]';

try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  fail(error);
}

async function verify(): Promise<boolean> {
  const { file, receipts, heads, key, all, json } = readArguments();
  const checks: Check[] = [];
  const bundle = await openAsBlob(file);
  for await (const check of verifyBundle({ bundle, key, receipts, kept: heads })) {
    checks.push(check);
    console.log(json ? JSON.stringify(check) : lineOf(check));
  }
  const failed = checks.filter((check) => check.ok === false);
  if (!json) {
    const round = checks.find((check) => check.id === 'archive')?.figures.round ?? file;
    console.log(`\n${failed.length === 0 ? summary(String(round), checks) : broken(failed)}`);
    // Of a bundle that is not what the shop signed, what it says of shirts is worth nothing.
    if (failed.length === 0) console.log(`\n${shownText(await shownDesigns(bundle, checks), all)}`);
  }
  return failed.length === 0;
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      receipt: { type: 'string', multiple: true, default: [] },
      head: { type: 'string', multiple: true, default: [] },
      key: { type: 'string' },
      designs: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new PlainError(USAGE);
  return {
    file,
    receipts: values.receipt.flatMap((path) => readReceiptsFile(readFileSync(path, 'utf8'))),
    heads: values.head.map(readHead),
    key: values.key,
    all: values.designs,
    json: values.json,
  };
}

/** A check of nothing would pass for one that held. */
function readHead(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (findNotes(text).length === 0) throw new PlainError(`There is no head in ${path}: it takes the whole mail.`);
  return text;
}

async function shownDesigns(bundle: Blob, checks: readonly Check[]): Promise<ShownDesign[]> {
  const { figures } = checks.find((check) => check.id === 'winners')!;
  const archive = await openArchive(bundle);
  return readShownDesigns(await archive.text('designs.json'), String(figures.ids ?? '').split(' '));
}

function lineOf(check: Check): string {
  const mark = check.ok === true ? 'ok  ' : check.ok === false ? 'FAIL' : '--  ';
  return `${mark}  ${sentenceOf(check)}${check.detail === null ? '' : `: ${check.detail}`}`;
}

function summary(round: string, checks: readonly Check[]): string {
  const open = checks.filter((check) => check.ok === null).length;
  return [
    `Round ${round}: ${checks.length - open} checks passed${open > 0 ? `, ${open} could not be made (--)` : ''}.`,
    proves,
    ...(checks.some((check) => check.id === 'key' && check.figures.given === 0)
      ? [
          'No --key was given: the bundle was checked with the key that came in it. Compare that key, above, with yours.',
        ]
      : []),
    doesNotProve,
  ].join('\n');
}

function broken(failed: readonly Check[]): string {
  const [first] = failed;
  return [
    `${failed.length} ${failed.length === 1 ? 'check' : 'checks'} failed. First: ${sentenceOf(first!)}: ${first!.detail}.`,
    'This bundle is not what the shop signed, or its result is not the count of its votes.',
  ].join('\n');
}
