import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Days } from '../ui/days.tsx';
import { Deal } from '../ui/deal.tsx';
import { ArrowIcon } from '../ui/icons.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Actions, Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Scale } from '../ui/scale.tsx';
import { Sizes } from '../ui/sizes.tsx';
import styles from './kit-page.module.css';
import { Part } from './kit-page.tsx';

export function ControlParts() {
  const text = useText('kit');
  const [size, setSize] = useState('M');
  const [stars, setStars] = useState<number | null>(5);
  return (
    <>
      <Part span={12} title={text.buttons}>
        <Stack>
          <Actions>
            <Button>{text.vote}</Button>
            <Button className={styles.hovered}>{text.vote}</Button>
            <Button className={styles.focused}>{text.vote}</Button>
            <Button busy={0.62}>{text.sending}</Button>
            <Button disabledReason={text.voteClosed}>{text.vote}</Button>
          </Actions>
          <Actions>
            <Button kind="ink">
              {text.next}
              <ArrowIcon />
            </Button>
            <Button kind="line">{text.skip}</Button>
            <Button kind="line" small>
              {text.small}
            </Button>
            <Link to="/kit">{text.changeRating}</Link>
          </Actions>
        </Stack>
      </Part>
      <Part span={5} title={text.sizes}>
        <Sizes
          value={size}
          onChange={setSize}
          options={[
            { size: 'S', caption: text.left(14) },
            { size: 'M', caption: text.left(9) },
            { size: 'L', caption: text.left(31) },
            { size: '3XL', caption: text.soldOut, soldOut: true },
          ]}
        />
      </Part>
      <Part span={7} title={text.rating}>
        <Scale value={stars} onChange={setStars} />
      </Part>
      <Part span={5} title={text.dealt}>
        <Deal cells={['rated', 'rated', 'rated', 'skipped', 'rated', 'skipped', 'current', 'left', 'left', 'left']} />
      </Part>
      <Part span={5} title={text.days}>
        <Days total={30} now={21} end={30} label={text.daysLabel} from={text.daysFrom} to={text.daysTo} />
      </Part>
      <Part span={2} title={text.keys}>
        <Actions>
          <KeyHint>1</KeyHint>
          <KeyHint>5</KeyHint>
          <KeyHint>Z</KeyHint>
        </Actions>
      </Part>
    </>
  );
}
