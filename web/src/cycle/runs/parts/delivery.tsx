import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { AddressDraft, AddressErrors } from '../../../people/address-draft.ts';
import { AddressFields, AddressLines } from '../../../people/parts/address-fields.tsx';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/checkbox.tsx';
import styles from './delivery.module.css';

export interface DeliveryProps {
  /** The address on file, while it does. */
  readonly kept: Address | null;
  readonly draft: AddressDraft;
  readonly errors: AddressErrors;
  readonly save: boolean;
  readonly onSave: (save: boolean) => void;
  readonly onChange: (draft: AddressDraft) => void;
}

/** Where the parcel goes: the known address in short, or its fields. */
export function Delivery({ kept, draft, errors, save, onSave, onChange }: DeliveryProps) {
  const text = useText('run').address;
  return (
    <section className={styles.delivery}>
      <h2 className="d3">{text.title}</h2>
      {kept ? (
        <div className={styles.known}>
          <AddressLines address={kept} />
          <Button kind="line" small onClick={() => onChange(draft)}>
            {text.change}
          </Button>
        </div>
      ) : (
        <>
          <AddressFields value={draft} onChange={onChange} errors={errors} />
          <Checkbox checked={save} onChange={(event) => onSave(event.target.checked)}>
            {text.save}
          </Checkbox>
        </>
      )}
    </section>
  );
}
