import type { Feature, Page, Section } from './page.ts';
import { type TextToken, type TextValues, textTokens } from './values.ts';

export interface Readiness {
  readonly values: TextValues;
  /** The parts of the product that are there. */
  readonly features: readonly Feature[];
}

const pattern = /\{(\w+)\}/g;

function isToken(name: string): name is TextToken {
  return (textTokens as readonly string[]).includes(name);
}

/** The text with its tokens filled in; null when one of them has no value. */
function filled(text: string, values: TextValues): string | null {
  let missing = false;
  const result = text.replace(pattern, (_, name: string) => {
    if (!isToken(name)) throw new Error(`The text "${text}" has an unknown token {${name}}`);
    missing ||= values[name] === '';
    return values[name];
  });
  return missing ? null : result;
}

function readySection(section: Section, values: TextValues): Section | null {
  const keep = (texts: readonly string[]) =>
    texts.map((text) => filled(text, values)).filter((text): text is string => text !== null);
  const paragraphs = keep(section.paragraphs);
  const list = section.list && keep(section.list);
  const value = section.figure && filled(section.figure.value, values);
  const empty = paragraphs.length === 0 && !list?.length && !section.table;
  if (empty) return null;
  const { figure, ...rest } = section;
  return { ...rest, paragraphs, ...(list && { list }), ...(figure && value && { figure: { ...figure, value } }) };
}

/**
 * A page as it can be shown: the shop's values in their places, without sentences whose value the shop has not given,
 * without sections on what does not exist yet.
 */
export function readyPage(page: Page, { values, features }: Readiness): Page {
  const sections = page.sections
    .filter((section) => section.since === undefined || features.includes(section.since))
    .map((section) => readySection(section, values))
    .filter((section): section is Section => section !== null);
  return { ...page, lead: filled(page.lead, values) ?? '', sections };
}
