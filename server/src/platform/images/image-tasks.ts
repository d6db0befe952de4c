import type { PrintMeasure } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import type {
  CardAsked,
  Derivative,
  MeasuredImage,
  OnShirt,
  Outline,
  PlatesAsked,
  PrintFile,
  PrintSize,
  Separation,
} from './images.ts';

/** What the child process can be asked, and what it answers. Passed as JSON. */
export interface ImageTasks {
  measure: { input: PrintMeasure & { path: string; folder: string }; output: MeasuredImage };
  trace: { input: { path: string }; output: Outline };
  first: { input: { path: string; folder: string }; output: DerivedFile };
  derive: {
    input: OnShirt & { path: string; folder: string };
    output: DerivedFile[];
  };
  print: { input: PrintSize & { path: string; out: string }; output: PrintFile };
  card: { input: CardAsked & { out: string }; output: null };
  separate: { input: PlatesAsked & { path: string; folder: string }; output: Separation };
}

/** A derivative as the child leaves it. */
export type DerivedFile = Omit<Derivative, 'body'> & { readonly path: string };

export type ImageTaskName = keyof ImageTasks;

export interface ImageRequest<N extends ImageTaskName = ImageTaskName> {
  readonly name: N;
  readonly input: ImageTasks[N]['input'];
}

/** `broken`: what the library says of the file. `full`: the disk has no room for what is made of it. */
export type ImageAnswer = { readonly output: unknown } | { readonly broken: string } | { readonly full: string };

/** How a child ends itself when it holds more memory than any picture within the limits needs. */
export const OUT_OF_MEMORY = 77;

/** Bytes that a child may hold. The worst picture within the limits, 16 bits and interlaced, was measured at 684 MB. */
export const MOST_MEMORY = 1024 * 1024 * 1024;
