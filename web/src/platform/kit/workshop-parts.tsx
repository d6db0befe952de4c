import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Actions, Stack } from '../ui/layout.tsx';
import { Checklist } from '../ui/ops/panel.tsx';
import { Timeline } from '../ui/ops/timeline.tsx';
import { Table, Td, Th } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { Part } from './kit-page.tsx';

const stock = [
  ['S', 64, 50, 14],
  ['M', 84, 75, 9],
  ['L', 70, 39, 31],
] as const;

export function WorkshopParts() {
  const text = useText('kit');
  const { cancel } = useText('platform');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Part span={5} title={text.table}>
        <Table label={text.table} tight>
          <thead>
            <tr>
              {text.tableHead.map((head, index) => (
                <Th key={head} numeric={index > 0}>
                  {head}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stock.map(([size, ...figures]) => (
              <tr key={size}>
                <Td>{size}</Td>
                {figures.map((figure) => (
                  <Td key={figure} numeric>
                    {figure}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
        <Actions>
          <Tag tone="warn">{text.tags[0]}</Tag>
          <Tag tone="bad">{text.tags[1]}</Tag>
          <Tag tone="ok">{text.tags[2]}</Tag>
        </Actions>
      </Part>
      <Part span={3} title={text.dialog}>
        <Actions>
          <Button kind="line" small onClick={() => setOpen(true)}>
            {text.openDialog}
          </Button>
          <Button kind="line" small onClick={() => toast(text.toasted)}>
            {text.showToast}
          </Button>
        </Actions>
        <Dialog
          open={open}
          onClose={() => setOpen(false)}
          title={text.dialogTitle}
          actions={
            <>
              <Button small onClick={() => setOpen(false)}>
                {text.openDialog}
              </Button>
              <Button kind="line" small onClick={() => setOpen(false)}>
                {cancel}
              </Button>
            </>
          }
        >
          <p>{text.dialogText}</p>
        </Dialog>
      </Part>
      <Part span={12} title={text.timeline}>
        <Stack>
          <Timeline
            label={text.timeline}
            total={30}
            now={21}
            end={30}
            lanes={[
              { key: 'vote', month: 11, spans: [{ from: 1, to: 30, label: text.lanes[0] }] },
              { key: 'submit', month: 12, spans: [{ from: 1, to: 30, label: text.lanes[1] }] },
              {
                key: 'run',
                month: 10,
                spans: [
                  { from: 1, to: 8, label: text.lanes[2] },
                  { from: 17, to: 30, label: text.lanes[3] },
                ],
              },
            ]}
          />
          <Checklist
            items={[
              { state: 'ok', text: text.checks[0] },
              { state: 'waiting', text: text.checks[1] },
              { state: 'bad', text: text.checks[2] },
            ]}
          />
        </Stack>
      </Part>
    </>
  );
}
