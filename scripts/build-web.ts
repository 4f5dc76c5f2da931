/** Builds the screens into `dist/web`, unless what is there was built from the same sources. */
import { buildWeb } from './build-web-files.ts';

await buildWeb();
