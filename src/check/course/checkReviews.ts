/** The dates by which lectures were to be looked through → those that have passed. */
import { diagnose } from '../../model/diagnostic.ts';
import type { CourseRule } from '../courseCheck.ts';

/** Rule: `review-due`. */
export const checkReviews: CourseRule = ({ lectures, asOf }) =>
  lectures.flatMap(({ settings }) => {
    const { reviewBy, spans } = settings;
    if (reviewBy === null || reviewBy >= asOf) return [];
    const message = `This lecture was to be reviewed by ${reviewBy}.`;
    return [diagnose('review-due', spans.get('review-by') ?? null, message, 'Look it through, and set the next date.')];
  });
