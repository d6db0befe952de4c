import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate that nobody vouches for, for `hostile.test`, written by hand: X.509 in DER, signed with Ed25519. */
export function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const algorithm = sequence(oid(0x2b, 0x65, 0x70));
  const name = sequence(set(sequence(oid(0x55, 0x04, 0x03), tag(0x0c, Buffer.from('hostile.test')))));
  const time = (text: string) => tag(0x17, Buffer.from(text));
  const body = sequence(
    tag(0xa0, tag(0x02, Buffer.of(2))),
    tag(0x02, Buffer.of(1)),
    algorithm,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
  );
  const signature = tag(0x03, Buffer.concat([Buffer.of(0), sign(null, body, privateKey)]));
  const der = sequence(body, algorithm, signature);
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function tag(kind: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(kind, ...size), content]);
}

const sequence = (...parts: Buffer[]) => tag(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]) => tag(0x31, Buffer.concat(parts));
const oid = (...bytes: number[]) => tag(0x06, Buffer.of(...bytes));
