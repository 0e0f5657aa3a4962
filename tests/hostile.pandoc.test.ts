import { describeHostile } from './support/describeHostile.ts';

describeHostile('pandoc');
