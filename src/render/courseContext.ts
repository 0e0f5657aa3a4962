/** What the course's own pages are made with, besides the course. */
import type { ReferenceRole } from '../model/attributes.ts';
import type { BuildOptions, ClientFiles } from '../model/client.ts';
import type { Syllabus } from '../model/syllabus.ts';
import type { Target, Targets } from '../model/target.ts';
import type { Formulas } from '../model/typeset.ts';

export interface CourseContext {
  readonly syllabus: Syllabus;
  readonly client: ClientFiles;
  readonly options: BuildOptions;
  /** Of the introduction's references. */
  readonly targets: Targets;
  /** Of the introduction. */
  readonly formulas: Formulas;
  /** Where an address leads that the course's configuration names: logos, style sheets, guest lectures, links. */
  readonly targetOf: (address: string, role: ReferenceRole) => Target;
}
