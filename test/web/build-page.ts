/** Builds the page when it is stale and prints its folder. A process of its own: the bundler does not run inside jest. */
import { buildPage } from '../../bin/lib/page.ts';

console.log((await buildPage()).root);
