import { writeFile } from 'node:fs/promises';
import { deriveFirst, derivePictures } from './derive.ts';
import { drawCard } from './draw-card.ts';
import { type ImageAnswer, type ImageRequest, type ImageTasks, MOST_MEMORY, OUT_OF_MEMORY } from './image-tasks.ts';
import { makePrintFile } from './make-print-file.ts';
import { measurePicture, tracePicture } from './measure.ts';
import { makePlates } from './plates/make-plates.ts';

/**
 * The child process in which strangers' files are decoded, one at a time. It has no settings, no database and no
 * secrets; it is killed from outside when it takes too long or grows too large, and where nobody can see that from outside
 * it ends itself.
 */

const WATCH_MS = 25;
/** As libvips and Node say it. Nothing else can be known: libvips gives words, and no code. */
const NO_ROOM = /no space left|ENOSPC|disk quota exceeded|EDQUOT|file too large/i;

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(OUT_OF_MEMORY);
}, WATCH_MS).unref();

process.on('disconnect', () => process.exit());
process.on('message', (request: ImageRequest) => {
  void perform(request)
    .then(
      (output): ImageAnswer => ({ output }),
      (error: unknown): ImageAnswer => {
        const said = error instanceof Error ? error.message : String(error);
        return NO_ROOM.test(said) ? { full: said } : { broken: said };
      },
    )
    .then((answer) => process.send?.(answer));
});

// Only now: whatever could keep this process from working did not.
process.send?.('ready');

function perform(request: ImageRequest): Promise<ImageTasks[ImageRequest['name']]['output']> {
  switch (request.name) {
    case 'measure': {
      const { path, ...options } = request.input as ImageTasks['measure']['input'];
      return measurePicture(path, options);
    }
    case 'trace': {
      const { path } = request.input as ImageTasks['trace']['input'];
      return tracePicture(path);
    }
    case 'first': {
      const { path, ...options } = request.input as ImageTasks['first']['input'];
      return deriveFirst(path, options);
    }
    case 'derive': {
      const { path, ...options } = request.input as ImageTasks['derive']['input'];
      return derivePictures(path, options);
    }
    case 'print': {
      const { path, ...options } = request.input as ImageTasks['print']['input'];
      return makePrintFile(path, options);
    }
    case 'card': {
      const { out, ...card } = request.input as ImageTasks['card']['input'];
      return drawCard(card).then((body) => writeFile(out, body).then(() => null));
    }
    case 'separate': {
      const { path, ...options } = request.input as ImageTasks['separate']['input'];
      return makePlates(path, options);
    }
  }
}
