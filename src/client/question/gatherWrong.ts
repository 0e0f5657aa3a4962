/** On the page of all questions: puts first what went wrong last time. What is answered now stays where it is until next time. */
import { furniture } from '../config.ts';

export function gatherWrong(): void {
  const again = furniture('again');
  if (again === null) return;
  for (const question of document.querySelectorAll('[data-lectern-went="wrong"][data-lectern-question]')) {
    const asking = question.closest('.lectern-asking');
    const lecture = asking?.parentElement;
    if (asking == null || lecture == null || lecture === again) continue;
    again.append(asking);
    again.hidden = false;
    lecture.hidden = lecture.querySelector('.lectern-asking') === null;
  }
}
