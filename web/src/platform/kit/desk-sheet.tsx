import { useState } from 'react';
import { ApiProblem } from '../api.ts';
import { useFormat, useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Flat } from '../ui/flat.tsx';
import { Actions } from '../ui/layout.tsx';
import { Figures } from '../ui/ops/figures.tsx';
import { hold } from '../ui/ops/held-acts.ts';
import { KeyHelp } from '../ui/ops/key-help.tsx';
import { MoreButton } from '../ui/ops/more-button.tsx';
import { RoomList } from '../ui/ops/ops-shell.tsx';
import { Checklist, Facts, Panel, Panels } from '../ui/ops/panel.tsx';
import { QueueDesk } from '../ui/ops/queue-desk.tsx';
import { Timeline } from '../ui/ops/timeline.tsx';
import { UndoBar, UndoLine } from '../ui/ops/undo-bar.tsx';
import type { Pages } from '../ui/ops/use-pages.ts';
import { Tee } from '../ui/tee.tsx';
import styles from './desk-sheet.module.css';
import { fabricOf, samples } from './sample-pictures.ts';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

const allRead: Pages<unknown> = { items: [], error: null, retry: () => undefined, more: null, loadingMore: false };
const lists = {
  more: { ...allRead, more: () => undefined },
  fetching: { ...allRead, loadingMore: true },
  failed: { ...allRead, error: new ApiProblem('unavailable', { status: 503 }), more: () => undefined },
} as const satisfies Record<string, Pages<unknown>>;

export function DeskSheet({ number }: { number: number }) {
  const text = useText('kit');
  const { desk: ops } = useText('ops');
  const format = useFormat();
  const { parts, state, lanes } = text;
  const figures = [1208, 96, 84].map((value, index) => ({
    key: String(index),
    value: format.number(value),
    label: text.figureNames[index],
  }));
  const checks = (['ok', 'waiting', 'bad', 'will'] as const).map((is, index) => ({
    state: is,
    text: text.checks[index],
  }));
  return (
    <Sheet id="desk" number={number}>
      <Part title={parts.rooms} of="ops/ops-shell.tsx" span={3}>
        <div inert>
          <RoomList
            here="/ops/moderation"
            rooms={[
              ['/ops', ops.nav.today],
              ['/ops/moderation', ops.nav.moderation, 3],
              ['/ops/orders', ops.nav.orders, 12],
              ['/ops/settings', ops.nav.settings],
            ]}
          />
        </div>
      </Part>
      <Part title={parts.panels} of="ops/panel.tsx" span={9} wide>
        <Panels
          left={
            <Panel title={text.panel[0]} aside={text.panel[1]}>
              <Checklist items={checks} />
            </Panel>
          }
          right={
            <Panel title={ops.nav.bounties}>
              <Facts rows={text.facts} />
            </Panel>
          }
        />
      </Part>
      <Part title={parts.timeline} of="ops/timeline.tsx" wide>
        <Timeline
          label={parts.timeline}
          total={30}
          now={21}
          end={30}
          lanes={[
            { key: 'vote', month: 11, spans: [{ from: 1, to: 30, label: lanes[0] }] },
            { key: 'submit', month: 12, spans: [{ from: 1, to: 30, label: lanes[1] }] },
            {
              key: 'run',
              month: 10,
              spans: [
                { from: 1, to: 8, label: lanes[2] },
                { from: 17, to: 30, label: lanes[3] },
              ],
            },
          ]}
        />
      </Part>
      <Part title={parts.figures} of="ops/figures.tsx">
        <Shots size="xl">
          <Shot state={state.day}>
            <Figures items={figures} />
          </Shot>
          <Shot state={state.monthly}>
            <Figures items={figures} month={11} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.queue} of="ops/queue-desk.tsx" wide>
        <Queue />
      </Part>
      <Part title={parts.more} of="ops/more-button.tsx" span={6}>
        <Shots>
          {(['more', 'fetching', 'failed'] as const).map((name) => (
            <Shot key={name} state={state[name]}>
              <MoreButton pages={lists[name]} />
            </Shot>
          ))}
        </Shots>
      </Part>
      <Part title={parts.keyHelp} of="ops/key-help.tsx" span={3} once>
        <KeyHelp
          keys={[
            [['A'], text.keyNames.admit],
            [['R'], text.keyNames.refuse],
            [['J'], text.keyNames.next],
          ]}
        />
      </Part>
      <Part title={parts.undo} of="ops/undo-bar.tsx" span={3} once>
        <div className={styles.undo}>
          <UndoLine said={text.held} onUndo={() => undefined} />
        </div>
        <Actions>
          <Button kind="line" small onClick={() => hold(nothing(text.held))}>
            {text.holdOne}
          </Button>
        </Actions>
        <UndoBar />
      </Part>
    </Sheet>
  );
}

/** A decision about nothing: nothing is sent. */
function nothing(said: string) {
  return { key: 'kit', said, send: async () => undefined, sendAway: () => undefined, settle: async () => undefined };
}

function Queue() {
  const text = useText('kit');
  const [current, setCurrent] = useState<'bear' | 'cat' | 'bof'>('bear');
  const [chosen, setChosen] = useState<readonly string[]>(['cat']);
  const alts = { bear: text.bearAlt, cat: text.catAlt, bof: text.bofAlt };
  const ids = ['bear', 'cat', 'bof'] as const;
  return (
    <QueueDesk
      label={text.parts.queue}
      current={current}
      onSelect={(id) => setCurrent(ids.find((one) => one === id) ?? 'bear')}
      pages={lists.more}
      choose={{
        label: (id) => text.tick(text.titles[id as 'bear']),
        onChange: (id) => setChosen((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id])),
      }}
      entries={ids.map((id, index) => ({
        id,
        name: text.titles[id],
        state: text.queueStates[index],
        picture: <Flat tight fabric={fabricOf[id]} pictures={samples[id]} alt="" sizes="64px" />,
        chosen: chosen.includes(id),
      }))}
    >
      <div className={styles.decided}>
        <h4 className="d3">{text.titles[current]}</h4>
        <Tee fabric={fabricOf[current]} pictures={samples[current]} alt={alts[current]} sizes="320px" />
      </div>
    </QueueDesk>
  );
}
