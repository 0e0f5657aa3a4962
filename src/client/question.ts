/** The script of pages with questions, which can be looked up without it: answers are judged, said, and kept on this device. */
import { forget } from './question/answers.ts';
import { gatherWrong } from './question/gatherWrong.ts';
import { startQuestion } from './question/startQuestion.ts';

for (const question of document.querySelectorAll<HTMLElement>('[data-lectern-question]')) startQuestion(question);
gatherWrong();
forget();
