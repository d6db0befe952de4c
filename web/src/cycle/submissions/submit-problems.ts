import type { ApiProblem, FailureCode } from '../../platform/api.ts';
import { useText } from '../../platform/i18n/use-text.ts';
import type { DraftFault, DraftField } from './draft.ts';

const ofFile: ReadonlySet<FailureCode> = new Set([
  'not_an_image',
  'image_too_large',
  'image_broken',
  'image_too_small',
  'upload_interrupted',
  'too_large',
  'unsupported_media_type',
  'already_submitted',
]);

/** The refusal is about the file: it is told there. */
export function isFileProblem(code: FailureCode): boolean {
  return ofFile.has(code);
}

const fields: readonly DraftField[] = ['title', 'story', 'altText', 'altTextEn', 'sources', 'fabric', 'rightsDeclared'];

export type FieldErrors = Partial<Record<DraftField, string>>;

/** One sentence for each field that the page, or the server, finds wanting. */
export function useFieldErrors(faults: readonly DraftFault[], problem: ApiProblem | null): FieldErrors {
  const { errors, fabric } = useText('submit');
  const of = ({ field, why, used, most }: DraftFault): string => {
    if (why === 'long') return errors.long(String(used), most);
    if (why === 'control') return errors.control;
    switch (field) {
      case 'fabric':
        return fabric.missing;
      case 'rightsDeclared':
        return errors.rights;
      case 'title':
        return errors.title;
      default:
        return errors.alt;
    }
  };
  const said: FieldErrors = {};
  if (problem?.code === 'rights_not_declared') said.rightsDeclared = errors.rights;
  for (const reason of problem?.reasons ?? []) {
    const field = fields.find((name) => name === reason.field?.replace(/^\//, ''));
    if (field) said[field] = errors.refused;
  }
  for (const fault of faults) said[fault.field] = of(fault);
  return said;
}
