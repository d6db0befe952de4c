import type { PlateProof, PrintOrder, PrintProof as Proof } from '@fraisier/shared/contracts/prints.ts';
import { colourName } from '@fraisier/shared/cycle/colour-names.ts';
import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { meshHint } from '@fraisier/shared/cycle/separations/press-rules.ts';
import { useId, useState } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Actions, Stack } from '../../../../platform/ui/layout.tsx';
import { Note } from '../../../../platform/ui/note.tsx';
import { Segments } from '../../../../platform/ui/segments.tsx';
import { fabricName } from '../../../submissions/card-words.ts';
import { PlateSheet } from './plate-sheet.tsx';
import styles from './print-proof.module.css';

/** How the picture goes to press: its plates, laid on each other as they are printed, and each for itself. */
export function PrintProof({ order, proof }: { order: PrintOrder; proof: Proof }) {
  const text = useText('ops-prints').proof;
  const lang = useLang();
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const [ground, setGround] = useState<string>(proof.fabrics[0] ?? 'film');
  const shown = proof.plates.filter((plate) => !hidden.has(plate.place));
  const show = (plates: readonly PlateProof[]) =>
    setHidden(new Set(proof.plates.filter((plate) => !plates.includes(plate)).map((plate) => plate.place)));
  if (proof.plates.length === 0) {
    return (
      <Stack gap={4}>
        <Note title={text.none}>{text.unseparated[proof.unseparated ?? 'digital']}</Note>
        <ProofFacts proof={proof} />
      </Stack>
    );
  }
  const isDark = proof.fabrics.some((id) => id === ground && fabrics[id].dark);
  return (
    <div className={styles.proof}>
      <Stack gap={3}>
        <PlateSheet
          proof={proof}
          plates={shown}
          ground={ground}
          isDark={isDark}
          label={text.sheet(shown.length, proof.plates.length, order.title)}
        />
        <Segments
          label={text.ground}
          value={ground}
          onChange={setGround}
          options={[
            ...proof.fabrics.map((id) => ({ value: id as string, label: fabricName(id, lang) })),
            { value: 'film', label: text.film },
          ]}
        />
      </Stack>
      <Stack gap={4}>
        <fieldset className={styles.plates}>
          <legend className="strong">{text.plates(proof.plates.length)}</legend>
          {proof.plates.map((plate) => (
            <PlateLine
              key={plate.place}
              plate={plate}
              checked={!hidden.has(plate.place)}
              onChange={(on) => show(on ? [...shown, plate] : shown.filter((one) => one !== plate))}
              onAlone={() => show([plate])}
            />
          ))}
        </fieldset>
        <p className="small muted">{text.hint}</p>
        {shown.length < proof.plates.length && (
          <Actions>
            <Button kind="line" small onClick={() => show(proof.plates)}>
              {text.all}
            </Button>
          </Actions>
        )}
        <ProofFacts proof={proof} />
      </Stack>
    </div>
  );
}

function PlateLine({
  plate,
  checked,
  onChange,
  onAlone,
}: {
  plate: PlateProof;
  checked: boolean;
  onChange: (on: boolean) => void;
  onAlone: () => void;
}) {
  const text = useText('ops-prints').proof;
  const format = useFormat();
  const lang = useLang();
  const id = useId();
  const mesh = meshHint(plate);
  const name = plate.hex === null ? text.underbase : colourName(plate.hex)[lang];
  return (
    <div className={styles.plate}>
      <input
        id={id}
        type="checkbox"
        className={styles.tick}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id} className={styles.name}>
        <span className={`num ${styles.place}`}>{plate.place}</span>
        <svg viewBox="0 0 20 20" className={styles.swatch} aria-hidden="true">
          <circle cx="10" cy="10" r="9.5" fill={plate.hex ?? '#ffffff'} />
        </svg>
        <span>
          <span className={`strong ${styles.title}`}>{name}</span>{' '}
          {plate.hex && <span className="num muted">{plate.hex}</span>}
          <br />
          <span className="small muted num">
            {text.covers(format.percent(plate.coverage, 1))},{' '}
            {plate.hex === null ? text.white : plate.tonal ? text.tonal : text.flat},{' '}
            {text.mesh(mesh.perCm, mesh.perInch)}
          </span>
        </span>
      </label>
      <div className={styles.alone}>
        <Button kind="line" small onClick={onAlone}>
          {text.alone} <span className="unseen">: {name}</span>
        </Button>
      </div>
    </div>
  );
}

/** Size, pixels and how the plates fit. */
function ProofFacts({ proof }: { proof: Proof }) {
  const text = useText('ops-prints').proof;
  const format = useFormat();
  const { press } = proof;
  const mm = (value: number) => format.number(value, Number.isInteger(value) ? 0 : value < 1 ? 2 : 1);
  const { belowCollarMm, fromCentreMm } = proof.place;
  const cm = (value: number) => format.number(value / 10, value % 10 === 0 ? 0 : 1);
  const side = fromCentreMm === 0 ? null : fromCentreMm < 0 ? 'left' : 'right';
  const facts: [string, string][] = [
    [text.size, text.mm(mm(proof.widthMm), mm(proof.heightMm))],
    [text.place, text.placeOf(cm(belowCollarMm), cm(Math.abs(fromCentreMm)), side)],
    [text.pixels, text.pixelsOf(format.number(proof.widthPx), format.number(proof.heightPx), proof.dpi)],
    [text.colours, text.coloursOf[proof.colours]],
  ];
  if (press) {
    facts.push([
      text.plateSize,
      text.plateSizeOf(format.number(press.widthPx), format.number(press.heightPx), press.dpi),
    ]);
    facts.push([text.fit, text.fitOf(mm(press.trapMm), press.chokeMm === null ? null : mm(press.chokeMm))]);
    facts.push([text.true, text.trueOf(format.percent(1 - press.offShare, 1))]);
  }
  return (
    <dl className={`small ${styles.facts}`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="muted">{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
