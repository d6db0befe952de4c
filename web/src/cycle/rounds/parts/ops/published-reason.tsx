import { PUBLISHED_REASON } from '@fraisier/shared/cycle/close-rules.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { TextArea } from '../../../../platform/ui/input.tsx';

export interface PublishedReasonProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** A reason that everyone reads. */
export function PublishedReason({ value, onChange, error }: PublishedReasonProps) {
  const { count } = useText('ops-rounds');
  return (
    <TextArea
      label={count.reason}
      count
      maxLength={PUBLISHED_REASON.most}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
