import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Choices } from '../ui/choices.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Input, Select, TextArea } from '../ui/input.tsx';
import { Stack } from '../ui/layout.tsx';
import { Progress } from '../ui/progress.tsx';
import { Segments } from '../ui/segments.tsx';
import { Steps } from '../ui/steps.tsx';
import { Woven } from '../ui/woven.tsx';
import { Part } from './kit-page.tsx';

export function FormParts() {
  const text = useText('kit');
  const [name, setName] = useState('Anne-Gaëlle');
  const [story, setStory] = useState('');
  const [view, setView] = useState<'flat' | 'worn'>('flat');
  const [reason, setReason] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  return (
    <>
      <Part span={6} title={text.fields}>
        <Stack gap={5}>
          <Input
            label={text.name}
            hint={text.nameHint}
            value={name}
            maxLength={18}
            onChange={(event) => setName(event.target.value)}
          />
          <Input label={text.name} defaultValue="Anne-Gaëlle de la Tour-Maubourg" error={text.nameError} />
          <TextArea
            label={text.story}
            optional
            count
            maxLength={600}
            value={story}
            onChange={(event) => setStory(event.target.value)}
          />
          <Select label={text.fabric} defaultValue={text.fabrics[1]}>
            {text.fabrics.map((fabric) => (
              <option key={fabric}>{fabric}</option>
            ))}
          </Select>
          <Checkbox large>{text.wear}</Checkbox>
          <Checkbox error={text.rightsError}>{text.rights}</Checkbox>
          <Choices
            label={text.choice}
            value={reason}
            onChange={setReason}
            options={text.choices.map(([label, hint]) => ({ value: label, label, hint }))}
          />
          <Segments
            label={text.view}
            value={view}
            onChange={setView}
            options={[
              { value: 'flat', label: text.views.flat },
              { value: 'worn', label: text.views.worn },
            ]}
          />
        </Stack>
      </Part>
      <Part span={6} title={text.drop}>
        <Stack gap={5}>
          <FileDrop
            label={text.drop}
            accept={['image/png', 'image/jpeg', 'image/webp']}
            maxBytes={30_000_000}
            file={file}
            onFile={setFile}
            hint={text.dropHint}
          />
          <Progress value={0.64} label={text.drop}>
            <p className="small muted num">{text.progress}</p>
          </Progress>
          <Steps steps={text.stepNames} current={1} />
          <Stack gap={2}>
            <h3 className="strong">{text.label}</h3>
            <Woven text={name} large />
            <p className="small muted">{text.labelNote}</p>
          </Stack>
        </Stack>
      </Part>
    </>
  );
}
