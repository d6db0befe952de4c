import { ApiProblem } from '../api.ts';
import { useText } from '../i18n/use-text.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Flat } from '../ui/flat.tsx';
import { Histogram } from '../ui/histogram.tsx';
import { Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { LoadingFrame } from '../ui/loading.tsx';
import { Note } from '../ui/note.tsx';
import { Phase } from '../ui/phase.tsx';
import { PieceMap } from '../ui/piece-map.tsx';
import { RankBand } from '../ui/rank-band.tsx';
import { Receipt } from '../ui/receipt.tsx';
import styles from './kit-page.module.css';
import { Part } from './kit-page.tsx';
import { samples } from './sample-pictures.ts';

export function StateParts() {
  const text = useText('kit');
  const rows = text.receiptRows;
  return (
    <>
      <Part span={6} title={text.messages}>
        <Stack gap={3}>
          <Note tone="ok" title={text.received[0]}>
            {text.received[1]}
          </Note>
          <Note tone="warn" title={text.closing[0]}>
            {text.closing[1]}
          </Note>
          <Note tone="bad" title={text.paid[0]}>
            {text.paid[1]}
          </Note>
          <Note title={text.offline[0]}>{text.offline[1]}</Note>
          <ErrorNote error={new ApiProblem('unavailable', { status: 503 })} onRetry={() => undefined} />
        </Stack>
      </Part>
      <Part span={6} title={text.empty}>
        <Empty title={text.emptyTitle}>
          <p className="muted">{text.emptyText}</p>
          <Link to="/kit">{text.emptyLink}</Link>
        </Empty>
      </Part>
      <Part span={4} title={text.loading}>
        <div className={styles.three}>
          <LoadingFrame />
          <Flat fabric="blanc" pictures={samples.bof} alt={text.bofAlt} sizes="120px" />
          <Flat fabric="creme" pictures={[]} alt={text.bofAlt} />
        </div>
        <p className="small muted">{text.loadingNote}</p>
      </Part>
      <Part span={4} title={text.phases}>
        <Stack gap={2}>
          <Phase state="open">{text.phaseNames[0]}</Phase>
          <Phase state="waiting">{text.phaseNames[1]}</Phase>
          <Phase state="settled">{text.phaseNames[2]}</Phase>
        </Stack>
      </Part>
      <Part span={4} title={text.rank}>
        <div data-ink="10">
          <RankBand rank={3} from={2} to={5} of={76} label={text.rankLabel} />
        </div>
      </Part>
      <Part span={7} title={text.pieces}>
        <PieceMap total={300} sold={213} held={4} />
      </Part>
      <Part span={5} title={text.histogram}>
        <Histogram counts={[20, 41, 98, 171, 168]} label={text.histogram} />
      </Part>
      <Part span={4} title={text.receipt}>
        <Receipt
          title={text.receipt}
          code="7K2M-QX9D-04"
          blocks={[
            [
              [rows.round[0], rows.round[1]],
              [rows.rated[0], rows.rated[1]],
            ],
            [
              [rows.skipped[0], rows.skipped[1]],
              [rows.wear[0], rows.wear[1]],
            ],
          ]}
        >
          {text.receiptNote}
        </Receipt>
      </Part>
    </>
  );
}
