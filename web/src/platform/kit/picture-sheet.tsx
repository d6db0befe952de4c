import { useEffect, useState } from 'react';
import { DesignTile } from '../../cycle/rounds/parts/design-tile.tsx';
import { useText } from '../i18n/use-text.ts';
import { Flat } from '../ui/flat.tsx';
import { paintedHash } from '../ui/hold-place.ts';
import { Halves } from '../ui/layout.tsx';
import { LoadingFrame } from '../ui/loading.tsx';
import { Picture } from '../ui/picture.tsx';
import { Tee } from '../ui/tee.tsx';
import { Tile } from '../ui/tile.tsx';
import { usePrints } from '../ui/use-prints.ts';
import styles from './picture-sheet.module.css';
import { bearHash, cardOf, nowhere, samples } from './sample-pictures.ts';
import { area } from './sample-report.ts';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

const SIZES = '(max-width: 56.25rem) 45vw, 300px';
const toFold = ['rose'] as const;

export function PictureSheet({ number }: { number: number }) {
  const text = useText('kit');
  const { parts, state, titles } = text;
  const bear = cardOf('bear', { title: titles.bear, alt: text.bearAlt });
  const cat = cardOf('cat', { title: titles.cat, alt: text.catAlt });
  const bof = cardOf('bof', { title: titles.bof, alt: text.bofAlt });
  const print = usePrints(samples.bof[0] ?? null, area, toFold).get('rose');
  return (
    <Sheet id="pictures" number={number}>
      <Part title={parts.shirts} of="tee.tsx, tile.tsx">
        <Shots>
          <Shot state={state.straight}>
            <Tile square>
              <Tee fabric="creme" pictures={samples.cat} alt={text.catAlt} sizes={SIZES} />
            </Tile>
          </Shot>
          <Shot state={state.fitted}>
            <Tile square>
              <Tee cut="fitted" fabric="noir" pictures={samples.bear} alt={text.bearAlt} sizes={SIZES} />
            </Tile>
          </Shot>
          <Shot state={state.listed}>
            <Tile square>
              <Tee small fabric="#bfe0cc" pictures={samples.bof} alt={text.bofAlt} sizes={SIZES} />
            </Tile>
          </Shot>
          <Shot state={state.bare}>
            <Tile square>
              <Tee small bare fabric="ciel" pictures={samples.bof} alt={text.bofAlt} sizes={SIZES} />
            </Tile>
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.folds} of="use-prints.ts" span={6}>
        <Shots>
          <Shot state={state.flatInk}>
            <Tile square>
              <Tee fabric="rose" pictures={samples.bof} alt={text.bofAlt} sizes={SIZES} />
            </Tile>
          </Shot>
          <Shot state={state.foldedInk}>
            <Tile square>
              <Tee
                fabric="rose"
                pictures={print ? [print] : samples.bof}
                folded={print !== undefined}
                alt={text.bofAlt}
                sizes={SIZES}
              />
            </Tile>
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.flat} of="flat.tsx" span={6}>
        <Shots>
          <Shot state={state.rest}>
            <Flat fabric="creme" pictures={samples.cat} alt={text.catAlt} sizes={SIZES} />
          </Shot>
          <Shot state={state.tight}>
            <Flat tight fabric="noir" pictures={samples.bear} alt={text.bearAlt} sizes={SIZES} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.picture} of="picture.tsx, hold-place.ts, loading.tsx">
        <Shots size="s">
          <Shot state={parts.waiting}>
            <LoadingFrame />
          </Shot>
          <Shot state={state.placeholder}>
            <Trace alt={text.bearAlt} />
          </Shot>
          <Shot state={state.sharpened}>
            <Flat fabric="noir" pictures={samples.bear} alt={text.bearAlt} sizes={SIZES} />
          </Shot>
          <Shot state={state.making}>
            <Flat fabric="noir" pictures={[]} alt={text.bearAlt} />
          </Shot>
          <Shot state={state.missing}>
            <Missing alt={text.bearAlt} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.tiles} of="design-tile.tsx" wide>
        <ul className={styles.wall}>
          <DesignTile card={bear} view="flat" to="/kit" rated />
          <DesignTile card={cat} view="flat" to="/kit" finalist />
          <DesignTile card={bof} view="worn" to="/kit" below={<span className="muted">{text.designer}</span>} />
          <DesignTile card={{ ...cat, pictures: [] }} view="flat" to="/kit" />
        </ul>
      </Part>
      <Part title={parts.halves} of="layout.tsx" wide>
        <div className={styles.halves}>
          <Halves
            caption={text.halvesCaption}
            picture={<Tee fabric="noir" pictures={samples.bear} alt={text.bearAlt} sizes="50vw" />}
          >
            <p className="d5">{titles.bear}</p>
            <p className="lead">{text.halvesText}</p>
            <p className="muted">{state.tile}</p>
          </Halves>
          <Halves
            ground="ink"
            share="6/6"
            picture={<Tee fabric="noir" pictures={samples.bear} alt={text.bearAlt} sizes="50vw" />}
          >
            <p className="d5">{titles.bear}</p>
            <p className="lead">{text.halvesText}</p>
            <p className="muted">{state.ink}</p>
          </Halves>
        </div>
      </Part>
    </Sheet>
  );
}

/** As it stands while the picture is on its way, painted from the hash alone. */
function Trace({ alt }: { alt: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let left = false;
    void paintedHash(bearHash).then((blob) => {
      if (!blob || left) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, []);
  const pictures = url ? [{ format: 'png' as const, width: 27, height: 32, url }] : [];
  return <Flat key={url} fabric="noir" pictures={pictures} alt={alt} />;
}

/** A picture that is named and is not there. */
function Missing({ alt }: { alt: string }) {
  return (
    <span className={styles.frame}>
      <Picture pictures={nowhere} alt={alt} />
    </span>
  );
}
