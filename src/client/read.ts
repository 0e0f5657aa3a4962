/** The script of reading views, which work without it: the outline shows the place, links to slides are copied, boxes wait, questions are answered. */
import { watchSearch } from './openSearch.ts';
import { watchCopies } from './read/copies.ts';
import { watchPlace } from './read/place.ts';
import { watchQuestions } from './read/questions.ts';
import { watchWaiting } from './waiting.ts';

watchWaiting();
watchPlace();
watchCopies();
watchQuestions();
watchSearch();
