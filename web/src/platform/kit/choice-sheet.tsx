import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Choices } from '../ui/choices.tsx';
import { Scale } from '../ui/scale.tsx';
import { Segments } from '../ui/segments.tsx';
import { Sizes } from '../ui/sizes.tsx';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

export function ChoiceSheet({ number }: { number: number }) {
  const text = useText('kit');
  const { parts, state } = text;
  return (
    <Sheet id="choices" number={number}>
      <Part title={parts.box} of="checkbox.tsx">
        <Shots>
          <Shot state={state.rest}>
            <Checkbox hint={text.rightsHint}>{text.rights}</Checkbox>
          </Shot>
          <Shot state={state.chosen}>
            <Checkbox defaultChecked>{text.rights}</Checkbox>
          </Shot>
          <Shot state={state.error}>
            <Checkbox error={text.rightsError}>{text.rights}</Checkbox>
          </Shot>
          <Shot state={state.large}>
            <Checkbox large>{text.wear}</Checkbox>
          </Shot>
          <Shot state={`${state.large}, ${state.chosen.toLowerCase()}`}>
            <Checkbox large defaultChecked>
              {text.wear}
            </Checkbox>
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.choice} of="choices.tsx" span={7}>
        <Shots>
          <Shot state={state.none}>
            <Reasons />
          </Shot>
          <Shot state={state.chosen}>
            <Reasons first={text.choices[0]?.[0]} />
          </Shot>
          <Shot state={state.error}>
            <Reasons error={text.choiceError} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.views} of="segments.tsx" span={5}>
        <Views />
      </Part>
      <Part title={parts.shirtSizes} of="sizes.tsx">
        <Shots size="l">
          <Shot state={state.none}>
            <ShirtSizes />
          </Shot>
          <Shot state={state.chosen}>
            <ShirtSizes first="M" />
          </Shot>
          <Shot state={state.error}>
            <ShirtSizes error={text.sizeError} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.scale} of="scale.tsx">
        <Shots size="l">
          <Shot state={state.none}>
            <Rating />
          </Shot>
          <Shot state={state.chosen}>
            <Rating first={5} />
          </Shot>
          <Shot state={state.closed}>
            <Rating disabled />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.dock} of="scale.tsx" wide>
        <Rating first={4} size="dock" />
      </Part>
    </Sheet>
  );
}

function Reasons({ first, error }: { first?: string | undefined; error?: string }) {
  const text = useText('kit');
  const [value, setValue] = useState<string | null>(first ?? null);
  return (
    <Choices
      label={text.choice}
      value={value}
      onChange={setValue}
      error={error}
      options={text.choices.map(([label, hint]) => ({ value: label, label, hint }))}
    />
  );
}

function Views() {
  const text = useText('kit');
  const [view, setView] = useState<'flat' | 'worn'>('flat');
  return (
    <Segments
      label={text.view}
      value={view}
      onChange={setView}
      options={[
        { value: 'flat', label: text.views.flat },
        { value: 'worn', label: text.views.worn },
      ]}
    />
  );
}

function ShirtSizes({ first, error }: { first?: string; error?: string }) {
  const text = useText('kit');
  const [size, setSize] = useState(first ?? null);
  return (
    <Sizes
      value={size}
      onChange={setSize}
      error={error}
      options={[
        { size: 'S', caption: text.left(14) },
        { size: 'M', caption: text.left(9) },
        { size: 'L', caption: text.left(31) },
        { size: '3XL', caption: text.soldOut, soldOut: true },
      ]}
    />
  );
}

function Rating({ first, ...rest }: { first?: number; size?: 'dock'; disabled?: boolean }) {
  const [stars, setStars] = useState(first ?? null);
  return <Scale value={stars} onChange={setStars} {...rest} />;
}
