import { createHash } from 'node:crypto';
import {
  consistencySpans,
  createRootReader,
  foldNodes,
  inclusionSpans,
  type Node,
  nodeHash,
  nodesOf,
  type Span,
} from '@fraisier/server/cycle/ballots/log/tree.ts';
import { createTree, hashLeaf, isConsistent, isIncluded, STEP } from '@fraisier/shared/verifier/merkle.ts';
import { findNotes, openNote, readVerifierKey } from '@fraisier/shared/verifier/notes.ts';
import { describe, expect, it } from 'vitest';

/** The tree of the reference implementation of RFC 6962 (certificate-transparency), and its roots by size. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leafOf = (data: Uint8Array) => createHash('sha256').update(Uint8Array.of(0)).update(data).digest();
const reference = inputs.map((input) => leafOf(Buffer.from(input, 'hex')));

/** The definition of RFC 6962, word for word: slow, and right. */
function plainHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(plainHash(leaves.slice(0, half)), plainHash(leaves.slice(half)));
}

const hashOf = (leaves: readonly Buffer[], { start, end }: Span) => plainHash(leaves.slice(start, end)).toString('hex');

describe('the tree', () => {
  it('has the roots of the reference implementation', () => {
    for (const [nth, root] of roots.entries()) {
      const leaves = reference.slice(0, nth + 1);
      const reader = createRootReader();
      for (const leaf of leaves) reader.add(leaf);
      expect(reader.root().toString('hex')).toBe(root);
      const ofNode = ({ level, index }: Node) => plainHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
      expect(foldNodes(nodesOf({ start: 0, end: leaves.length }).map(ofNode)).toString('hex')).toBe(root);
    }
  });

  it('has the paths and proofs of the reference implementation', () => {
    expect(inclusionSpans(0, 8).map((span) => hashOf(reference, span))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(inclusionSpans(0, 1)).toEqual([]);
    expect(consistencySpans(6, 8).map((span) => hashOf(reference, span))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(consistencySpans(4, 4)).toEqual([]);
  });

  it('proves every line, and every earlier tree, at every size, to the verifier', async () => {
    const leaves = Array.from({ length: 40 }, (_, nth) => leafOf(Buffer.from(`line ${nth}`)));
    const rootAt = leaves.map((_, nth) => plainHash(leaves.slice(0, nth + 1)).toString('hex'));
    for (let size = 1; size <= leaves.length; size++) {
      const root = rootAt[size - 1]!;
      for (let index = 0; index < size; index++) {
        const path = inclusionSpans(index, size).map((span) => hashOf(leaves, span));
        const proof = { leaf: leaves[index]!.toString('hex'), index, size, path, root };
        expect(await isIncluded(proof)).toBe(true);
        expect(await isIncluded({ ...proof, index: (index + 1) % (size + 1) })).toBe(false);
        if (path.length > 0) expect(await isIncluded({ ...proof, path: path.slice(1) })).toBe(false);
        const first = rootAt[index]!;
        const steps = consistencySpans(index + 1, size).map((span) => hashOf(leaves, span));
        const [from, to] = [
          { size: index + 1, root: first },
          { size, root },
        ];
        expect(await isConsistent(from, to, steps)).toBe(true);
        for (const wrong of [rootAt[(index + 1) % 40]!, leafOf(Buffer.of(index)).toString('hex')]) {
          if (index + 1 < size) expect(await isConsistent({ ...from, root: wrong }, to, steps)).toBe(false);
          expect(await isConsistent(from, { ...to, root: wrong }, steps)).toBe(wrong === root && index + 1 < size);
        }
      }
    }
  });

  it('is read by the verifier in steps, with a root at any size on the way', async () => {
    const count = 2 * STEP + 77;
    const leaves = await Promise.all(Array.from({ length: count }, (_, nth) => hashLeaf(`line ${nth}`)));
    const tree = createTree();
    const wanted = [1, 2, 3, STEP - 1, STEP, STEP + 1, 2 * STEP - 1, 2 * STEP, 2 * STEP + 1, count];
    for (let at = 0; at < count; at += STEP) {
      await tree.add(leaves.slice(at, at + STEP));
      for (const size of wanted.filter((one) => one > at && one <= at + STEP && one <= count)) {
        const reader = createRootReader();
        for (const leaf of leaves.slice(0, size)) reader.add(Buffer.from(leaf));
        expect(await tree.rootAt(size)).toBe(reader.root().toString('hex'));
      }
    }
    await expect(tree.rootAt(STEP)).rejects.toThrow('not reached');
  });
});

describe('a signed note', () => {
  const note = [
    'If you think cryptography is the answer to your problem,',
    "then you don't know what your problem is.",
    '',
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
    '',
  ].join('\n');
  const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

  it('of Go’s own tests opens with its key, and no other text does', async () => {
    const key = await readVerifierKey(vkey);
    expect(await openNote(note, key)).toContain('If you think');
    await expect(openNote(note.replace('problem,', 'problem;'), key)).rejects.toThrow('is wrong');
    await expect(openNote(note.replace('Peter', 'Pieter'), key)).rejects.toThrow('not signed by');
    await expect(readVerifierKey(vkey.replace('c74f20a3', 'c74f20a4'))).rejects.toThrow('hash');
    for (const broken of ['', 'a', note.slice(0, -1), note.replace('— ', '- '), note.replace('\n\n', '\n')]) {
      await expect(openNote(broken, key)).rejects.toThrow();
    }
  });

  it('is found in a mail, also where its line breaks were lost', () => {
    const head = `fraisier.fr/rounds/2026-12\n42\n${'A'.repeat(43)}=\n\n— fraisier.fr/rounds/2026-12 ${'B'.repeat(90)}==\n`;
    expect(findNotes(`Bonjour,\n\n${head}\nGardez cet e-mail.`)).toEqual([head]);
    expect(findNotes(`Bonjour, ${head.replaceAll('\n', ' ')} Gardez cet e-mail.`)).toEqual([head]);
    expect(findNotes('Bonjour')).toEqual([]);
  });
});
