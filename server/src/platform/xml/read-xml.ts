import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** The namespace's address. */
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands between its tags, without the white space around it. */
  readonly text: string;
}

/** Why a document is refused. */
export type XmlFault = 'empty' | 'encoding' | 'not_well_formed' | 'doctype' | 'instruction' | 'too_deep' | 'too_many';

export class XmlRefused extends Error {
  readonly fault: XmlFault;
  readonly line: number;

  constructor(fault: XmlFault, line: number) {
    super(`${fault} in line ${line}`);
    this.name = 'XmlRefused';
    this.fault = fault;
    this.line = line;
  }
}

const DEEPEST = 32;
const MOST_ELEMENTS = 250_000;

interface Open extends XmlElement {
  children: XmlElement[];
  text: string;
}

/**
 * Reads a document from somebody else, piece by piece. There is no document type and so no entity but XML's own five:
 * nothing is looked up, nothing multiplies. Anything else that is not plain well-formed UTF-8 is refused.
 */
export async function readXml(source: AsyncIterable<Uint8Array>): Promise<XmlElement> {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  let root: Open | undefined;
  let elements = 0;
  const refuse = (fault: XmlFault): never => {
    throw new XmlRefused(fault, parser.line);
  };
  parser.on('error', () => refuse('not_well_formed'));
  parser.on('doctype', () => refuse('doctype'));
  parser.on('processinginstruction', () => refuse('instruction'));
  parser.on('xmldecl', ({ encoding, version }) => {
    if (encoding && !/^utf-?8$/i.test(encoding)) refuse('encoding');
    if (version !== '1.0') refuse('not_well_formed');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > MOST_ELEMENTS) refuse('too_many');
    if (open.length >= DEEPEST) refuse('too_deep');
    const attributes: Record<string, string> = Object.create(null);
    for (const { local, value } of Object.values(tag.attributes)) attributes[local] = value;
    const element: Open = { name: tag.local, space: tag.uri, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.text = element.text.trim();
  });

  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      return refuse('encoding');
    }
  };
  for await (const piece of source) parser.write(decode(piece));
  parser.write(decode());
  if (elements === 0) refuse('empty');
  parser.close();
  return root ?? refuse('empty');
}

/** The first child of that name at each step; undefined when one is missing. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (found, name) => found?.children.find((child) => child.name === name),
    element,
  );
}

export function all(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Its text; null when it is missing or empty. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | null {
  return at(element, ...path)?.text || null;
}
