/** The script of pages with questions, which can be looked up without it: answers are judged, said, and kept on this device. */
import { RENEWED_EVENT } from '../model/wire.ts';
import { forget } from './question/answers.ts';
import { gatherWrong } from './question/gatherWrong.ts';
import { startQuestion } from './question/startQuestion.ts';

const started = new WeakSet<Element>();

function start(): void {
  for (const question of document.querySelectorAll<HTMLElement>('[data-lectern-question]')) {
    if (!started.has(question)) startQuestion(question);
    started.add(question);
  }
}

start();
gatherWrong();
forget();
document.addEventListener(RENEWED_EVENT, start);
