import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { receiptText } from '@fraisier/shared/cycle/ballot-log.ts';

/**
 * The most that a vote can be over HTTP here: the same request read and an answer of the same shape signed, by Node
 * alone, with no session, no check, no rule and no database. Says its port to who started it.
 */
const { privateKey } = generateKeyPairSync('ed25519');
const leaf = 'ab'.repeat(32);
const line = JSON.stringify({ commitment: leaf, kind: 'ballot', replaces: null, round: '2031-01', v: 1 });

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    text += chunk;
  });
  request.on('end', () => {
    const [, , , round = '', , design] = request.url!.split('/');
    const signature = sign(null, Buffer.from(receiptText({ round, leaf })), privateKey).toString('base64');
    const body = JSON.stringify({
      rating: { design, ...JSON.parse(text), size: null, note: null },
      receipt: { round, leaf, line, salt: leaf.slice(32), payload: line, signature, code: 'ABCD-EFGH-JKLM' },
    });
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) };
    response.writeHead(200, headers).end(body);
  });
});
server.listen({ host: '127.0.0.1', port: 0 }, () => process.send?.((server.address() as AddressInfo).port));
