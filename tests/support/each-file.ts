import { drawAnew } from './artwork.ts';

// A file draws the same pictures, whichever files its worker had before.
drawAnew();
