/** The script that remembers a reader's visits, on this device only; it comes when there is something to say or to remember. */
import { markLectures } from './visit/lectures.ts';
import { markPassages } from './visit/passages.ts';
import { offerLast, watchReading } from './visit/place.ts';

const main = document.querySelector<HTMLElement>('main[data-lectern-lecture]');
const list = document.querySelector<HTMLElement>('#lectern-lectures');
if (main !== null) {
  watchReading(main);
  markPassages(main);
} else if (list !== null) {
  offerLast(list);
  markLectures(list);
}
