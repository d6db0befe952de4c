import { type ComponentType, memo, type ReactNode, Suspense, use, useSyncExternalStore } from 'react';
import { firstSign } from './first-sign.ts';

/** A part of a page with a file of its own, for what a page does not always begin with. */
export interface Part<Props extends object> {
  (props: Props): ReactNode;
  /** Brings its file, so that it is there when it is shown. The loader of a page that begins with it says so. */
  readonly bring: () => Promise<void>;
  /** Filled by the build: the file that `load` imports. */
  readonly source: string | undefined;
}

/** Between two tries to bring a part that is waited for. */
const PAUSE = 4000;

/**
 * `const Ended = part(() => import('./ended.tsx'), 'Ended')`, written exactly so: the build reads the file's name from
 * it. Shown before it is there, it suspends: show it in a transition, or bring it in time.
 */
export function part<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
  source?: string,
): Part<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let bringing: Promise<void> | undefined;
  const bring = () => {
    bringing ??= load().then(
      (file) => {
        Loaded = file[name];
      },
      (error: unknown) => {
        // The next who needs it tries again.
        bringing = undefined;
        throw error;
      },
    );
    return bringing;
  };
  let arriving: Promise<void> | undefined;
  const arrive = async () => {
    while (!Loaded) await bring().catch(() => new Promise((resolve) => setTimeout(resolve, PAUSE)));
  };
  function PartOfPage(props: Props) {
    if (!Loaded) {
      arriving ??= arrive();
      use(arriving);
    }
    return Loaded && <Loaded {...props} />;
  }
  return Object.assign(PartOfPage, { bring, source });
}

/**
 * A part that stands below the first screen, in a `Suspense` of its own. Its HTML comes with the page; its file, which
 * takes that over, comes with the first sign that somebody is there.
 */
export function below<Props extends object>(Given: Part<Props>): Part<Props> {
  function Taken(props: Props) {
    // Where the server's HTML is given up, nothing else would be seen.
    const isTakenOver = useSyncExternalStore(
      never,
      () => false,
      () => typeof window !== 'undefined',
    );
    if (isTakenOver) use(firstSign);
    return <Given {...props} />;
  }
  // What changes above it does not ask for its file.
  const Below = memo((props: Props) => (
    <Suspense fallback={null}>
      <Taken {...props} />
    </Suspense>
  ));
  return Object.assign(Below, { bring: Given.bring, source: Given.source });
}

const never = () => () => {};
