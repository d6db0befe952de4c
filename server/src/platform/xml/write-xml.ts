type Child = XmlPart | string | null;

export interface XmlPart {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Child[];
}

/** An element; null children are left out. */
export function part(tag: string, ...children: readonly Child[]): XmlPart {
  return { tag, attributes: {}, children };
}

export function partWith(tag: string, attributes: Record<string, string>, ...children: readonly Child[]): XmlPart {
  return { tag, attributes, children };
}

export function writeXml(root: XmlPart): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root)}\n`;
}

function write({ tag, attributes, children }: XmlPart): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const inner = children.map((child) =>
    child === null ? '' : typeof child === 'string' ? escaped(child) : write(child),
  );
  return `<${tag}${written.join('')}>${inner.join('')}</${tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
