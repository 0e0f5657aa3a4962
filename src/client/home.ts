/** The script of the home page, the contents and the page of all questions, which work without it: they can be searched, and boxes wait. */
import { watchSearch } from './openSearch.ts';
import { watchWaiting } from './waiting.ts';

watchSearch();
watchWaiting();
