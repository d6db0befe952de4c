import { fittedPlacement } from '@fraisier/shared/cycle/placement.ts';
import { useState } from 'react';
import { CheckedFile } from '../../cycle/submissions/parts/checked-file.tsx';
import { PlaceOnShirt } from '../../cycle/submissions/parts/place-on-shirt.tsx';
import { PrintSheet } from '../../cycle/submissions/parts/print-sheet.tsx';
import { WaitingLine } from '../../cycle/submissions/parts/report.tsx';
import { Verdict } from '../../cycle/submissions/parts/verdict.tsx';
import { useFormat, useText } from '../i18n/use-text.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { Progress } from '../ui/progress.tsx';
import { Steps } from '../ui/steps.tsx';
import { samples } from './sample-pictures.ts';
import { area, file, found, inks, print } from './sample-report.ts';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

const shares = [0, 0.4, 1] as const;

export function FileSheet({ number }: { number: number }) {
  const text = useText('kit');
  const { check, sheet } = useText('submit');
  const format = useFormat();
  const { parts, state } = text;
  const [picture = null] = samples.bear;
  const common = { area, print, fabric: 'nuit', alt: text.bearAlt, file, inks, close: picture };
  return (
    <Sheet id="files" number={number}>
      <Part title={parts.steps} of="steps.tsx">
        <Shots size="xl">
          {[0, 1, 3].map((current, index) => (
            <Shot key={current} state={[state.begin, state.middle, state.full][index]}>
              <Steps steps={text.stepNames} current={current} />
            </Shot>
          ))}
        </Shots>
      </Part>
      <Part title={parts.drop} of="file-drop.tsx">
        <Shots size="xl">
          <Shot state={state.empty}>
            <Drop />
          </Shot>
          <Shot state={state.error}>
            <Drop error={text.dropError} />
          </Shot>
          <Shot state={state.ready}>
            <Drop named="ours-mal-leche.png" />
          </Shot>
          <Shot state={state.low}>
            <Drop low />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.progress} of="progress.tsx">
        <Shots>
          {shares.map((share, index) => (
            <Shot key={share} state={format.percent(share)}>
              <Progress value={share} label={text.drop}>
                <p className="small num">{text.bytes[index]}</p>
              </Progress>
            </Shot>
          ))}
        </Shots>
      </Part>
      <Part title={parts.squeegee} of="print-sheet.tsx">
        <Shots>
          {shares.map((share) => (
            <Shot key={share} state={format.percent(share)}>
              <PrintSheet area={area} fabric="nuit" picture={picture} alt={text.bearAlt} sent={share} />
            </Shot>
          ))}
        </Shots>
      </Part>
      <Part title={parts.place} of="place-on-shirt.tsx" wide>
        <Placed />
      </Part>
      <Part title={parts.report} of="checked-file.tsx, verdict.tsx, report.tsx" wide>
        <CheckedFile
          {...common}
          of="found"
          findings={found}
          picture={picture}
          caption={sheet.caption('ours.png', '1 950 × 2 340', '1,2 Mo')}
          verdict={<Verdict findings={found} title={check.label} />}
        />
      </Part>
      <Part title={parts.reading} of="checked-file.tsx" wide>
        <CheckedFile
          {...common}
          of="reading"
          findings={[]}
          picture={null}
          verdict={<Verdict findings={[]} stage="measuring" title={check.label} />}
          waiting={<WaitingLine text={check.waiting} />}
        />
      </Part>
    </Sheet>
  );
}

/** Really moved: by hand, by keys, by numbers. */
function Placed() {
  const [placement, setPlacement] = useState(() => fittedPlacement(area, file));
  const [picture] = samples.bear;
  if (!picture) return null;
  return (
    <PlaceOnShirt
      area={area}
      file={file}
      picture={picture}
      fabric="noir"
      placement={placement}
      onChange={setPlacement}
      resolution={found.find(({ code }) => code === 'resolution')}
    />
  );
}

function Drop({ named, error, low = false }: { named?: string; error?: string; low?: boolean }) {
  const text = useText('kit');
  const [taken, setTaken] = useState(() => (named ? new File([new Uint8Array(file.bytes)], named) : null));
  return (
    <FileDrop
      label={text.drop}
      accept={['image/png', 'image/jpeg', 'image/webp']}
      maxBytes={30_000_000}
      file={taken}
      onFile={setTaken}
      hint={text.dropHint}
      error={error}
      low={low}
    />
  );
}
