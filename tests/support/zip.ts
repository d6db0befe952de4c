import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of these files, in their order: `store` leaves them unpacked. The other way round is `unzip`. */
export function zip(files: Iterable<readonly [string, Buffer]>, { store = false } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, body] of files) {
    const name = Buffer.from(path);
    const packed = store ? body : deflateRawSync(body);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(store ? 0 : 8, 4);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(body), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(body.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const inDirectory = Buffer.alloc(14);
    inDirectory.writeUInt32LE(offset, 10);
    const local = [Buffer.from('PK\x03\x04'), fields, name, packed];
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, inDirectory, name);
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length / 4, 8);
  end.writeUInt16LE(directory.length / 4, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}
