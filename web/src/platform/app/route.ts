import type { Contract } from '@fraisier/shared/http/contract.ts';
import type { ComponentType } from 'react';
import type { FailureCode, InputArgs } from '../api.ts';
import type { Area, Catalogue } from '../i18n/catalogues.ts';
import type { Formats } from '../i18n/format.ts';
import type { Lang } from '../i18n/language.ts';
import type { Settled } from '../query.ts';
import type { Part } from './part.tsx';

/** Where a page is asked for. */
export interface Place {
  readonly lang: Lang;
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  /** Which of the shuffled orders this visitor sees galleries in. */
  readonly order: number;
}

export interface LoaderContext extends Place {
  /**
   * Reads a GET into the cache and gives its answer. On the server it goes with the visitor's cookies. A thrown 404
   * makes the page the 404 page, a 401 leads to sign-in; catch what the page can do without.
   */
  get<C extends Contract>(contract: C, ...input: InputArgs<C>): Promise<Settled<C>>;
  /**
   * Does the act that the page begins with, and keeps its answer for it: on the server, when somebody opens the page.
   * Else, and when it is refused, there is no answer, and the page does it itself.
   */
  begin<C extends Contract>(contract: C, ...input: InputArgs<C>): Promise<Settled<C> | undefined>;
  /** Brings texts that only this visitor's page speaks, besides those of the route. */
  speak(areas: readonly Area[]): Promise<void>;
  /** Brings a part that this visitor's page begins with; one `below` the first screen is not waited for in the browser. */
  bring(part: Pick<Part<object>, 'bring' | 'source'>, where?: 'first' | 'below'): Promise<void>;
}

export interface HeadContext extends Place {
  readonly format: Formats;
  text<A extends Area>(area: A): Catalogue[A];
  /** What the loader has read; undefined when it has not. */
  peek<C extends Contract>(contract: C, ...input: InputArgs<C>): Settled<C> | undefined;
}

export type Structured = { readonly [key: string]: string | number | Structured | readonly Structured[] };

export interface Head {
  /** Without the name of the site. */
  readonly title: string;
  readonly description?: string;
  /** The name of the page's card, 1,200 × 630 px, under /share and its language; it can be embedded by it too. */
  readonly card?: string;
  /** What is seen on the card, where it shows more than words. Only on the server. */
  readonly cardAlt?: string;
  /** What search engines read of it (schema.org); addresses from the root on are made whole. Only on the server. */
  readonly structured?: Structured;
  /** Kept out of search engines. */
  readonly hidden?: boolean;
  /** The picture that fills the first screen, fetched before anything else. */
  readonly picture?: {
    readonly href: string;
    readonly srcset?: string;
    readonly sizes?: string;
    readonly type?: string;
    /** It lies on a shirt, whose cloth is fetched with it: else styles would ask for it one turn later. */
    readonly onTee?: boolean;
  };
}

/** Why a page is not shown, as plain data: it travels from the server to the browser. */
export interface Failure {
  readonly code: FailureCode;
  readonly status: number;
}

/** What every page is given. Those that can be shown have no use for it. */
export interface PageProps {
  readonly failure: Failure | null;
  readonly onRetry: () => void;
}

/** One page. Its address is the same word in both languages, behind /fr or /en. */
export interface AppRoute {
  readonly path: string;
  /** The page's file, whose `Page` is shown. */
  readonly load: () => Promise<{ Page: ComponentType<PageProps> }>;
  /** Filled by the build: the file that `load` imports. */
  readonly source?: string;
  readonly audience: 'anyone' | 'member' | 'operator';
  /** The areas of text that the page speaks; `platform` is always there. */
  readonly texts?: readonly Area[];
  /** `bare` pages bring their own header and footer (ballot, letter, operator console); their root is a `<Bare>`. */
  readonly frame?: 'shop' | 'bare';
  /** Its loader brings more than answers, so that a page from the server needs it as well. */
  readonly loadsCode?: true;
}

/** What a page needs before it is shown, and what its head says then. */
export interface Plan {
  readonly loader?: (context: LoaderContext) => Promise<unknown>;
  readonly head: (context: HeadContext) => Head;
}

/** Plans by the path of their page. */
export type Plans = Readonly<Record<string, Plan>>;
