import type { Picture } from '@fraisier/shared/contracts/common.ts';
import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { type Design, getDesign, listMyDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { placeArtwork } from '@fraisier/shared/contracts/submissions-own.ts';
import { limitsOf } from '@fraisier/shared/cycle/artwork-rules.ts';
import { isSamePlacement } from '@fraisier/shared/cycle/placement.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { invalidate, keyOf, useAct, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { toast } from '../../../platform/ui/toast.tsx';
import { resolutionAt } from '../preflight/read-file.ts';
import { truePixels } from '../preflight/sizes.ts';
import styles from './move-artwork.module.css';
import { PlaceOnShirt } from './place-on-shirt.tsx';

export interface MoveArtworkProps {
  readonly design: Design;
  readonly picture: Picture;
  readonly onClose: () => void;
}

/** A design that is handed in and not admitted yet, moved on its shirt; then it is checked at its new size. */
export function MoveArtwork(props: MoveArtworkProps) {
  const { place: text } = useText('submit');
  const round = useCall(getRound, { params: { round: props.design.round } }).data;
  return (
    <section tabIndex={-1} ref={takeFocus} className={styles.move} aria-label={text.move}>
      {round && <Moving {...props} round={round} />}
    </section>
  );
}

/** The button that opened it is gone. */
function takeFocus(section: HTMLElement | null): void {
  section?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: 'nearest' });
}

function Moving({ design, picture, onClose, round }: MoveArtworkProps & { round: Round }) {
  const { place: text } = useText('submit');
  const { cancel } = useText('platform');
  const client = useQueryClient();
  const act = useAct(placeArtwork);
  const artwork = design.own?.artwork;
  const [placement, setPlacement] = useState(artwork?.placement);
  if (!artwork || !placement) return null;
  const { promise } = round;
  const rules = { area: promise.printArea, limits: limitsOf(promise) };
  const file = { ...artwork, ...truePixels(artwork, design.own?.findings ?? []) };
  const save = () =>
    act.mutate(
      { params: { design: design.id }, body: placement },
      {
        onSuccess: (answer) => {
          client.setQueryData(keyOf(getDesign, { params: { design: design.id } }), answer);
          void invalidate(client, listMyDesigns);
          toast(text.saved);
          onClose();
        },
      },
    );
  return (
    <div className={styles.parts} data-ink={monthCode(design.month)}>
      <PlaceOnShirt
        area={promise.printArea}
        file={artwork}
        picture={picture}
        fabric={design.fabric}
        placement={placement}
        onChange={setPlacement}
        resolution={resolutionAt(file, rules, placement)}
      />
      <p className="muted">{text.again}</p>
      <ErrorNote error={act.error} />
      <Actions>
        <Button
          busy={act.isPending}
          disabledReason={isSamePlacement(placement, artwork.placement) ? text.unmoved : undefined}
          onClick={save}
        >
          {text.save}
        </Button>
        <Button kind="line" onClick={onClose}>
          {cancel}
        </Button>
      </Actions>
    </div>
  );
}
