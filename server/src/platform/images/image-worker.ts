import { derivePictures } from './derive.ts';
import { type ImageAnswer, type ImageRequest, type ImageTasks, OUT_OF_MEMORY } from './image-tasks.ts';
import { makePrintFile } from './make-print-file.ts';
import { measurePicture } from './measure.ts';

/**
 * The child process in which strangers' files are decoded, one at a time. It has no settings, no database and no
 * secrets; it is killed from outside when it takes too long, and ends itself when it grows too large.
 */

/** The worst picture within the limits, 16 bits and interlaced, was measured at 542 MB. */
const MOST_MEMORY = 1024 * 1024 * 1024;
const WATCH_MS = 25;

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(OUT_OF_MEMORY);
}, WATCH_MS).unref();

process.on('disconnect', () => process.exit());
process.on('message', (request: ImageRequest) => {
  void perform(request)
    .then(
      (output): ImageAnswer => ({ output }),
      (error: unknown): ImageAnswer => ({ broken: error instanceof Error ? error.message : String(error) }),
    )
    .then((answer) => process.send?.(answer));
});

function perform(request: ImageRequest): Promise<ImageTasks[ImageRequest['name']]['output']> {
  switch (request.name) {
    case 'measure': {
      const { path } = request.input as ImageTasks['measure']['input'];
      return measurePicture(path);
    }
    case 'derive': {
      const { path, ...options } = request.input as ImageTasks['derive']['input'];
      return derivePictures(path, options);
    }
    case 'print': {
      const { path, ...options } = request.input as ImageTasks['print']['input'];
      return makePrintFile(path, options);
    }
  }
}
