import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Field } from '../ui/field.tsx';
import { Input, Select, TextArea } from '../ui/input.tsx';
import styles from './field-sheet.module.css';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

export function FieldSheet({ number }: { number: number }) {
  const text = useText('kit');
  const { parts, state } = text;
  const [name, setName] = useState('Anne-Gaëlle');
  const [story, setStory] = useState(text.storySample);
  const [pieces, setPieces] = useState(300);
  return (
    <Sheet id="fields" number={number}>
      <Part title={parts.line} of="input.tsx">
        <Shots>
          <Shot state={state.rest}>
            <Input label={text.name} hint={text.nameHint} />
          </Shot>
          <Shot state={state.counted}>
            <Input
              label={text.name}
              count
              value={name}
              maxLength={18}
              onChange={(event) => setName(event.target.value)}
            />
          </Shot>
          <Shot state={state.focus}>
            <Input label={text.name} defaultValue="Anne-Gaëlle" className={styles.focused} />
          </Shot>
          <Shot state={state.optional}>
            <Input label={text.name} optional />
          </Shot>
          <Shot state={state.read}>
            <Input label={text.name} defaultValue="Anne-Gaëlle" readOnly />
          </Shot>
          <Shot state={state.error}>
            <Input label={text.name} defaultValue="Anne-Gaëlle de la Tour-Maubourg" error={text.nameError} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.lines} of="input.tsx">
        <Shots>
          <Shot state={state.rest}>
            <TextArea label={text.story} optional />
          </Shot>
          <Shot state={state.counted}>
            <TextArea
              label={text.story}
              count
              maxLength={600}
              value={story}
              onChange={(event) => setStory(event.target.value)}
            />
          </Shot>
          <Shot state={state.error}>
            <TextArea label={text.story} defaultValue={text.storySample.slice(0, 24)} error={text.storyError} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.list} of="input.tsx" span={6}>
        <Shots>
          <Shot state={state.rest}>
            <Fabrics />
          </Shot>
          <Shot state={state.error}>
            <Fabrics error={text.fabricError} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.field} of="field.tsx" span={6}>
        <Shots>
          <Shot state={state.rest}>
            <Field label={text.quantity} hint={text.quantityHint}>
              {(control) => (
                <input
                  {...control}
                  type="range"
                  min={100}
                  max={500}
                  step={50}
                  value={pieces}
                  className={styles.range}
                  onChange={(event) => setPieces(Number(event.target.value))}
                />
              )}
            </Field>
          </Shot>
        </Shots>
      </Part>
    </Sheet>
  );
}

function Fabrics({ error }: { error?: string }) {
  const text = useText('kit');
  const { inkNames } = useText('platform');
  return (
    <Select label={text.fabric} error={error} defaultValue={inkNames[0]}>
      {inkNames.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </Select>
  );
}
