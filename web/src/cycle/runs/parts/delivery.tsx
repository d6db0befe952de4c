import type { Address } from '@fraisier/shared/contracts/common.ts';
import { getAddress, putAddress } from '@fraisier/shared/contracts/people.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useImperativeHandle, useState } from 'react';
import {
  type AddressDraft,
  addressOf,
  draftOf,
  errorsOf,
  linesNamed,
  wrongLines,
} from '../../../people/address-draft.ts';
import { AddressFields, AddressLines } from '../../../people/parts/address-fields.tsx';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/checkbox.tsx';
import { orderPieces, type Wanted } from '../order-pieces.ts';
import styles from './delivery.module.css';

/** What only a member's form can do. */
export interface Buyer {
  /** Where the parcel goes; null while lines are missing, which then say so. */
  readonly address: () => Address | null;
  readonly buy: (wanted: Wanted) => Promise<void>;
}

export interface DeliveryProps {
  readonly run: string;
  readonly buyer: RefObject<Buyer | null>;
  /** Whether the order was tried: only then is a missing line a mistake. */
  readonly tried: boolean;
  /** Why the shop refused the order. */
  readonly reasons: readonly ProblemReason[];
}

/** Where the parcel goes: the known address in short, or its fields. Brings what places the order. */
export function Delivery({ run, buyer, tried, reasons }: DeliveryProps) {
  const text = useText('run').address;
  const addressText = useText('address');
  const lang = useLang();
  const client = useQueryClient();
  const kept = useCall(getAddress).data ?? null;
  const [draft, setDraft] = useState<AddressDraft | null>(null);
  const [save, setSave] = useState(false);
  const saving = useAct(putAddress, { invalidates: [getAddress] });

  const written = draft ?? draftOf(kept);
  const isWriting = draft !== null || kept === null;
  const missing = wrongLines(written);
  const named = linesNamed(reasons.filter(({ field }) => field?.startsWith('/address/')));
  const wrong = [...(tried ? missing : []), ...named];

  useImperativeHandle(buyer, () => ({
    address: () => {
      if (missing.length > 0) {
        setDraft(written);
        return null;
      }
      const address = addressOf(written);
      if (save && isWriting) saving.mutate({ body: address });
      return address;
    },
    buy: (wanted) => orderPieces(run, wanted, lang, client),
  }));

  return (
    <section className={styles.delivery}>
      <h2 className="d3">{text.title}</h2>
      {kept && !isWriting ? (
        <div className={styles.known}>
          <AddressLines address={kept} />
          <Button kind="line" small onClick={() => setDraft(written)}>
            {text.change}
          </Button>
        </div>
      ) : (
        <>
          <AddressFields value={written} onChange={setDraft} errors={errorsOf(wrong, addressText)} />
          <Checkbox checked={save} onChange={(event) => setSave(event.target.checked)}>
            {text.save}
          </Checkbox>
        </>
      )}
    </section>
  );
}
