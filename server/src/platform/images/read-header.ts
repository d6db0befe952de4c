import { type FileHandle, open } from 'node:fs/promises';
import { EXIF_HEAD_BYTES, isExif, saysTurned } from '@fraisier/shared/cycle/artwork/says-turned.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { ImageFacts } from './images.ts';

/** A file may put as many segments before its size as it likes; real ones have a few dozen. */
const MOST_SEGMENTS = 4096;
/** Real ones have a chunk for each 8 KB of pixels, some for each 4 KB: 15,000 in the largest file. */
const MOST_CHUNKS = 65_536;
/** Small steps through a file are taken inside of one piece of it. */
const PIECE_BYTES = 64 * 1024;

/** What the content says of itself. Reads some bytes here and there, decodes nothing. Throws not_an_image, image_broken. */
export async function readHeader(path: string): Promise<ImageFacts> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const reader = new Reader(file, size);
    const facts = (await readPng(reader)) ?? (await readJpeg(reader)) ?? (await readWebp(reader));
    if (!facts) throw new Problem('not_an_image');
    if (facts.width === 0 || facts.height === 0) throw new Problem('image_broken');
    return facts;
  } finally {
    await file.close();
  }
}

class Reader {
  private readonly file: FileHandle;
  private piece: Buffer = Buffer.alloc(0);
  private pieceAt = 0;
  readonly size: number;

  constructor(file: FileHandle, size: number) {
    this.file = file;
    this.size = size;
  }

  /** What is there, at most `length` bytes. */
  async some(position: number, length: number): Promise<Buffer> {
    if (position < this.pieceAt || position + length > this.pieceAt + this.piece.length) {
      const { buffer, bytesRead } = await this.file.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, position);
      this.piece = buffer.subarray(0, bytesRead);
      this.pieceAt = position;
    }
    return this.piece.subarray(position - this.pieceAt, position - this.pieceAt + length);
  }

  async isTurned(position: number, length: number): Promise<boolean> {
    return saysTurned(await this.some(position, Math.min(length, EXIF_HEAD_BYTES)));
  }

  async all(position: number, length: number): Promise<Buffer> {
    const bytes = await this.some(position, length);
    if (bytes.length < length) throw new Problem('image_broken');
    return bytes;
  }
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** As a person sees it: phones store a picture as the sensor lay. */
function upright(facts: ImageFacts, isTurned: boolean): ImageFacts {
  return isTurned ? { ...facts, width: facts.height, height: facts.width } : facts;
}

/** Walks the chunks to the end mark: a PNG that was cut is found here, before anyone waits for a job. */
async function readPng(reader: Reader): Promise<ImageFacts | null> {
  if (!pngSignature.equals(await reader.some(0, 8))) return null;
  const header = await reader.all(8, 25);
  if (header.readUInt32BE(0) !== 13 || header.toString('latin1', 4, 8) !== 'IHDR') throw new Problem('image_broken');
  const colourType = header[17] ?? 0;
  let hasAlpha = colourType === 4 || colourType === 6;
  let isTurned = false;
  let position = 33;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const start = await reader.all(position, 8);
    const kind = start.toString('latin1', 4, 8);
    const length = start.readUInt32BE(0);
    const data = position + 8;
    position = data + length + 4;
    if (position > reader.size) throw new Problem('image_broken');
    if (kind === 'tRNS') hasAlpha = true;
    if (kind === 'eXIf') isTurned = await reader.isTurned(data, length);
    if (kind === 'IEND') {
      const [width, height] = [header.readUInt32BE(8), header.readUInt32BE(12)];
      return upright({ format: 'png', width, height, hasAlpha }, isTurned);
    }
  }
  throw new Problem('image_broken');
}

const sizeMarkers = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

async function readJpeg(reader: Reader): Promise<ImageFacts | null> {
  const start = await reader.some(0, 3);
  if (start.length < 3 || start[0] !== 0xff || start[1] !== 0xd8 || start[2] !== 0xff) return null;
  let position = 2;
  let isTurned = false;
  for (let segment = 0; segment < MOST_SEGMENTS; segment++) {
    const bytes = await reader.all(position, 4);
    const marker = bytes[1] ?? 0;
    if (bytes[0] !== 0xff) throw new Problem('image_broken');
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    // The picture itself begins, or ends, and its size was not told.
    if (marker === 0xda || marker === 0xd9) throw new Problem('image_broken');
    if (sizeMarkers.has(marker)) {
      const frame = await reader.all(position + 4, 5);
      const [width, height] = [frame.readUInt16BE(3), frame.readUInt16BE(1)];
      return upright({ format: 'jpeg', width, height, hasAlpha: false }, isTurned);
    }
    const length = bytes.readUInt16BE(2);
    if (marker === 0xe1 && isExif(await reader.some(position + 4, 6))) {
      isTurned = await reader.isTurned(position + 4, length - 2);
    }
    position += 2 + length;
  }
  throw new Problem('image_broken');
}

async function readWebp(reader: Reader): Promise<ImageFacts | null> {
  const start = await reader.some(0, 12);
  if (start.toString('latin1', 0, 4) !== 'RIFF' || start.toString('latin1', 8, 12) !== 'WEBP') return null;
  if (start.readUInt32LE(4) + 8 > reader.size) throw new Problem('image_broken');
  const chunk = await reader.all(12, 18);
  const kind = chunk.toString('latin1', 0, 4);
  if (kind === 'VP8 ') {
    if (chunk.readUIntBE(11, 3) !== 0x9d012a) throw new Problem('image_broken');
    const [width, height] = [chunk.readUInt16LE(14) & 0x3fff, chunk.readUInt16LE(16) & 0x3fff];
    return { format: 'webp', width, height, hasAlpha: false };
  }
  if (kind === 'VP8L') {
    if (chunk[8] !== 0x2f) throw new Problem('image_broken');
    const bits = chunk.readUInt32LE(9);
    return {
      format: 'webp',
      width: (bits & 0x3fff) + 1,
      height: ((bits >>> 14) & 0x3fff) + 1,
      hasAlpha: ((bits >>> 28) & 1) === 1,
    };
  }
  if (kind === 'VP8X') {
    const [width, height] = [chunk.readUIntLE(12, 3) + 1, chunk.readUIntLE(15, 3) + 1];
    const flags = chunk[8] ?? 0;
    const isTurned = (flags & 0x08) !== 0 && (await isTurnedWebp(reader));
    return upright({ format: 'webp', width, height, hasAlpha: (flags & 0x10) !== 0 }, isTurned);
  }
  throw new Problem('image_broken');
}

/** Its Exif stands behind the picture, if it is there at all. */
async function isTurnedWebp(reader: Reader): Promise<boolean> {
  let position = 12;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const start = await reader.some(position, 8);
    if (start.length < 8) return false;
    const length = start.readUInt32LE(4);
    if (start.toString('latin1', 0, 4) === 'EXIF') return reader.isTurned(position + 8, length);
    position += 8 + length + (length % 2);
  }
  return false;
}
